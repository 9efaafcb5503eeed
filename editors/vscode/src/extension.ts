// Starts `tlumach lsp` and hands texts over to it. Everything else is the server's.
import { commands, ExtensionContext, window, workspace } from 'vscode';
import { ExecuteCommandRequest, LanguageClient, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

const texts: LanguageClientOptions['documentSelector'] = [
  ...['plaintext', 'markdown', 'html'].flatMap(language => [{ language, scheme: 'file' }, { language, scheme: 'untitled' }]),
  { pattern: '**/*.{xlf,xliff,tmx,po,tsv}', scheme: 'file' },
];

async function start(): Promise<void> {
  const command = workspace.getConfiguration('tlumach').get('program', 'tlumach');
  const server: ServerOptions = { command, args: ['lsp'] };
  client = new LanguageClient('tlumach', 'Tlumach', server, { documentSelector: texts, synchronize: { configurationSection: 'tlumach' } });
  try {
    await client.start();
  } catch {
    void window.showErrorMessage(`Tlumach: cannot start ${command} lsp. Is the program installed? Its place can be set: tlumach.program.`);
  }
}

// The one thing that a server cannot ask for: a word that is typed in.
async function addTerm(): Promise<void> {
  const editor = window.activeTextEditor;
  const term = await window.showInputBox({ prompt: 'Ukrainian term', value: editor?.document.getText(editor.selection) });
  const equivalent = term && (await window.showInputBox({ prompt: `English for ${term}` }));
  if (term && equivalent) await client?.sendRequest(ExecuteCommandRequest.type, { command: 'tlumach.addTerm', arguments: [term, equivalent] });
}

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('tlumach.restart', async () => { await client?.stop(); await start(); }),
    commands.registerCommand('tlumach.addTermToBase', addTerm),
  );
  await start();
}

export function deactivate(): Thenable<void> | undefined {
  return client?.stop();
}
