// A value against a type of the meta model of the language server protocol (3.17): what is wrong with it, as a list of lines.
'use strict';
const fs = require('fs');

module.exports = function load(path) {
  const model = JSON.parse(fs.readFileSync(path, 'utf8'));
  const byName = list => new Map(list.map(one => [one.name || one.method, one]));
  const structures = byName(model.structures), enumerations = byName(model.enumerations), aliases = byName(model.typeAliases);
  const requests = new Map(model.requests.map(one => [one.method, one])), notifications = new Map(model.notifications.map(one => [one.method, one]));

  const properties = name => {
    const all = new Map();
    const own = structures.get(name);
    for (const parent of [...(own.extends || []), ...(own.mixins || [])]) for (const [key, one] of properties(parent.name)) all.set(key, one);
    for (const one of own.properties) all.set(one.name, one);
    return all;
  };
  const whole = value => Number.isInteger(value);
  const base = {
    string: v => typeof v === 'string', URI: v => typeof v === 'string', DocumentUri: v => typeof v === 'string', boolean: v => typeof v === 'boolean',
    integer: whole, uinteger: v => whole(v) && v >= 0 && v < 2 ** 31, decimal: v => typeof v === 'number', null: v => v === null, RegExp: v => typeof v === 'string',
  };
  const object = (value, known, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
    const wrong = [];
    for (const [name, one] of known) {
      if (name in value) wrong.push(...check(value[name], one.type, `${path}.${name}`));
      else if (!one.optional) wrong.push(`${path}.${name} is missing`);
    }
    for (const name of Object.keys(value)) if (!known.has(name)) wrong.push(`${path}.${name} is unknown`);
    return wrong;
  };
  const reference = (value, name, path) => {
    if (['LSPAny', 'LSPObject', 'LSPArray'].includes(name)) return [];
    if (aliases.has(name)) return check(value, aliases.get(name).type, path);
    const list = enumerations.get(name);
    if (list) return list.supportsCustomValues || list.values.some(one => one.value === value) ? [] : [`${path}: ${value} is no ${name}`];
    return object(value, properties(name), path);
  };
  function check(value, type, path) {
    switch (type.kind) {
    case 'base': return base[type.name](value) ? [] : [`${path} is no ${type.name}`];
    case 'reference': return reference(value, type.name, path);
    case 'array': return Array.isArray(value) ? value.flatMap((one, i) => check(one, type.element, `${path}[${i}]`)) : [`${path} is no array`];
    case 'map': return Object.entries(value).flatMap(([key, one]) => check(one, type.value, `${path}.${key}`));
    case 'or': return type.items.map(one => check(value, one, path)).reduce((a, b) => (b.length < a.length ? b : a));
    case 'and': return type.items.flatMap(one => check(value, one, path));
    case 'literal': return object(value, new Map(type.value.properties.map(one => [one.name, one])), path);
    case 'stringLiteral': return value === type.value ? [] : [`${path} is not ${type.value}`];
    default: return [`${path}: a type of kind ${type.kind}`];
    }
  }
  return {
    result: (method, value) => check(value, requests.get(method).result, method),
    call: (method, params, request) => {
      const known = (request ? requests : notifications).get(method);
      return !known ? [`${method} is unknown`] : known.params ? check(params, known.params, method) : [];
    },
  };
};
