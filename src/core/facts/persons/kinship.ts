import { wordTable } from '../../text/word-table';
import kinship from '../terms/kinship.json';

type Table = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const tables = wordTable(kinship.speakers as Table);
const sameSpeaker = wordTable(kinship.sameSpeaker);
const others = new Set(kinship.others);

/** What stands for the patient among the relations of `relationsOf`. */
export const thePatient = 'patient';

/** Words by which somebody says that they have the same ("so do I"). */
export const isAsWell = new RegExp(String.raw`\b(?:${kinship.isAsWell.join('|')})\b`, 'i');

const kinds = wordTable(kinship.kinds as Readonly<Record<string, readonly string[]>>);

/** The illnesses that are kinds of one that families are asked for: who has had an infarct has had heart disease. */
export function kindsOf(illness: string): readonly string[] {
  return kinds[illness] ?? [];
}

/**
 * What a relative of somebody who came along may be to the patient: the mother's "sister" is a maternal aunt, her "daughter"
 * the patient or a sister.
 * @param speaker what the speaker is to the patient, by one name ("mother")
 * @param relative as the speaker calls them, with the words that tell them apart ("older brother")
 * @returns `thePatient` or relatives of the patient; undefined where that can't be told
 */
export function relationsOf(speaker: string, relative: string): readonly string[] | undefined {
  const words = relative.split(' ');
  const name = words.pop() ?? '';
  const table = tables[speaker] ?? tables[sameSpeaker[speaker] ?? ''];
  const found = table && wordTable(table)[name];
  // "My maternal aunt": whose side that is of the patient's family can't be told by a table.
  if (!found || words.some((word) => /^(?:maternal|paternal|great|step|half)$/.test(word))) return undefined;
  if (!words.some((word) => others.has(word))) return found;
  const left = found.filter((one) => one !== thePatient);
  return left.length > 0 ? left : undefined;
}
