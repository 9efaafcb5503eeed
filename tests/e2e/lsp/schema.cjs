// A message against the types in messages.ts: what is wrong with it, as a list of lines.
'use strict';
const path = require('path');
const { createGenerator } = require('ts-json-schema-generator');
const Ajv = require('ajv');

/* FOLDER has messages.ts beside node_modules. */
module.exports = function load(folder) {
  const schema = createGenerator({ path: path.join(folder, 'messages.ts'), tsconfig: path.join(folder, 'tsconfig.json'), additionalProperties: false }).createSchema('*');
  Object.assign(schema.definitions.integer, { type: 'integer' }); /* TypeScript has but one kind of number */
  Object.assign(schema.definitions.uinteger, { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 });
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema(schema, 'lsp');
  const known = kind => new Map(Object.keys(schema.definitions[kind].properties).map(method => {
    const place = `lsp#/definitions/${kind}/properties/${encodeURIComponent(method.replace(/~/g, '~0').replace(/\//g, '~1'))}`;
    return [method, ajv.getSchema(place)];
  }));
  const kinds = { result: known('Results'), request: known('Requests'), notification: known('Notifications') };
  /* KIND: result, request or notification. */
  return (kind, method, value) => {
    const one = kinds[kind].get(method);
    if (!one) return [`${kind} ${method} is not in messages.ts`];
    return one(value === undefined ? null : value) ? [] : one.errors.map(error => `${method}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  };
};
