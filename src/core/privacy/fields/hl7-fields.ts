import type { Identifier, IdentifierKind } from '../identifier';

/**
 * The fields of an HL7 version 2 message that tell who somebody is, by segment and place, as the standard numbers them
 * (HL7 v2.5.1, chapters 2, 3, 4, 6 and 7). In MSH the mark between fields counts as the first field.
 */
const fields: Readonly<Record<string, Readonly<Partial<Record<IdentifierKind, readonly number[]>>>>> = {
  MSH: { organisation: [4, 6] },
  PID: { record: [2, 3, 4, 18, 19, 20], name: [5, 6, 9], address: [11, 12, 23], phone: [13, 14] },
  PD1: { organisation: [3], name: [4] },
  NK1: { name: [2, 30], address: [4, 32], phone: [5, 6, 31], organisation: [13] },
  PV1: { name: [7, 8, 9, 17, 52], record: [19] },
  ORC: { record: [2, 3, 4], name: [10, 11, 12, 19] },
  OBR: { record: [2, 3], name: [10, 16, 28, 32, 33, 34, 35] },
  OBX: { name: [16], organisation: [23], address: [24] },
  GT1: { record: [2], name: [3, 4], address: [5], phone: [6, 7], organisation: [16] },
  IN1: { organisation: [4, 11], name: [16], address: [19], record: [8, 36, 49] },
  TXA: { name: [5, 9, 10, 11, 22] },
};
const segment = /(?:^|\n|\r)(?<name>[A-Z][A-Z\d]{2})\|(?<rest>[^\n\r]*)/dg;
/** Parts, repetitions and parts of parts of a field. */
const part = /[^~^&\s][^~^&]*/g;

/** What a part of a field must hold to be one of its kind. */
const tells: Record<string, RegExp> = {
  name: /\p{L}/u,
  address: /\p{L}{2}|\d{2}/u,
  organisation: /\p{L}{3}/u,
  record: /\d{2}/,
  phone: /\d{3}/,
};
/** Degrees, titles, types of names and who gave a number. */
const code = /^(?:Dr|Mrs?|Ms|Miss|Prof|MD|DO|RN|NP|PA|MRN|PI|NHS|SS|PRN|PH|NET|CP|NI|DN|LN)\.?$/i;

/** Finds what tells who somebody is in messages of HL7 version 2, by the number of the field that it stands in. */
export function* findInHl7(text: string): Generator<Identifier> {
  for (const match of text.matchAll(segment)) {
    const { name = '', rest = '' } = match.groups ?? {};
    const kinds = fields[name];
    const start = match.indices?.groups?.['rest']?.[0];
    if (!kinds || start === undefined) continue;
    let at = start;
    for (const [index, field] of rest.split('|').entries()) {
      const number = name === 'MSH' ? index + 2 : index + 1;
      const kind = (Object.keys(kinds) as IdentifierKind[]).find((one) => kinds[one]?.includes(number));
      if (kind) yield* partsOf(field, at, kind);
      at += field.length + 1;
    }
  }
}

function* partsOf(field: string, at: number, kind: IdentifierKind): Generator<Identifier> {
  for (const { 0: written, index } of field.matchAll(part)) {
    const isType = code.test(written);
    // Before the name of whoever ordered something stands the number that he goes by.
    const isNumber = kind === 'name' && /^\d{3,}$/.test(written);
    if (isType || !(isNumber || tells[kind]?.test(written))) continue;
    yield { kind: isNumber ? 'record' : kind, start: at + index, end: at + index + written.length };
  }
}
