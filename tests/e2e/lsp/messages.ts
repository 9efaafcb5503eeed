// What tlumach lsp says, in the protocol's own types (vscode-languageserver-protocol 3.17, of whose declarations the meta model is made). schema.cjs makes
// a JSON schema of this and holds each message against it.
import type * as lsp from 'vscode-languageserver-protocol';

export interface Results {
  'initialize': lsp.InitializeResult;
  'shutdown': null;
  'textDocument/hover': lsp.Hover | null;
  'textDocument/completion': lsp.CompletionItem[] | lsp.CompletionList | null;
  'textDocument/codeAction': (lsp.Command | lsp.CodeAction)[] | null;
  'textDocument/semanticTokens/full': lsp.SemanticTokens | null;
  'textDocument/inlayHint': lsp.InlayHint[] | null;
  'textDocument/documentLink': lsp.DocumentLink[] | null;
  'textDocument/definition': lsp.Location | lsp.Location[] | lsp.LocationLink[] | null;
  'workspace/executeCommand': lsp.LSPAny | null;
}

export interface Requests {
  'client/registerCapability': lsp.RegistrationParams;
  'window/workDoneProgress/create': lsp.WorkDoneProgressCreateParams;
  'workspace/applyEdit': lsp.ApplyWorkspaceEditParams;
  'workspace/configuration': lsp.ConfigurationParams;
  'workspace/inlayHint/refresh': null;
  'workspace/semanticTokens/refresh': null;
}

export interface Notifications {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/logMessage': lsp.LogMessageParams;
  'window/showMessage': lsp.ShowMessageParams;
  '$/progress': { token: lsp.ProgressToken; value: lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd };
}
