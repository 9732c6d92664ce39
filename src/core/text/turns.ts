import type { Span } from './span';
import { speakerRole, type SpeakerRole } from './speakers';

/** One turn of a transcript. The span is what was said, without the speaker's label. */
export interface Turn extends Span {
  speaker: SpeakerRole;
  /** The label as written, without brackets and colon. */
  label: string;
}

const label = /^[ \t]*(?:\[([\p{L}\d _'’.-]{1,30})\]|([\p{L}][\p{L}\d _'’.-]{0,28}):)[ \t]*/u;

/** At least this share of the lines carries a speaker's label in a transcript. */
const labelledShare = 0.5;

/**
 * Splits a transcript ("[doctor] …", "Patient: …") into turns; a line without a label goes on with the turn before.
 * Gives undefined when the text is not a transcript.
 */
export function splitTurns(text: string): Turn[] | undefined {
  const turns: Turn[] = [];
  let lines = 0;
  let labelled = 0;
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (match[0].trim() === '') continue;
    lines++;
    const end = match.index + match[0].trimEnd().length;
    const found = label.exec(match[0]);
    const name = found?.[1] ?? found?.[2];
    if (found && name !== undefined) {
      labelled++;
      turns.push({ speaker: speakerRole(name), label: name, start: match.index + found[0].length, end });
    } else {
      const last = turns.at(-1);
      if (last) last.end = end;
    }
  }
  giveRoles(text, turns);
  const spoken = turns.some(({ speaker }) => speaker === 'clinician' || speaker === 'patient');
  const isTalk = spoken ? labelled >= 2 : isOfCompanions(text, turns);
  return isTalk && labelled / lines >= labelledShare ? turns : undefined;
}

const speech = /(?<![\p{L}'’])(?:i|i['’](?:m|ve|d|ll)|my|we|we['’](?:re|ve))(?![\p{L}'’])/iu;

/** "Mother: She's had a rash since Monday. My husband …": who came along tells it all, and in a history "Mother: asthma" nobody speaks. */
function isOfCompanions(text: string, turns: readonly Turn[]): boolean {
  return (
    turns.length > 0 &&
    turns.every(({ speaker }) => speaker === 'family') &&
    turns.some(({ start, end }) => speech.test(text.slice(start, end)))
  );
}

/** So many turns, and so many questions of one against the other, show who asks and who answers. */
const fewestTurns = 6;
const askingRatio = 2;

/**
 * Where two people speak, the one with a label of no known role ("M:", "John:") is the other of the two; of two such
 * labels, who asks is the clinician. Where more speak, the only one of no known role is the patient: who came along and
 * who treats are called by what they are.
 */
function giveRoles(text: string, turns: Turn[]): void {
  const labels = [...new Set(turns.map((turn) => turn.label))];
  if (labels.length > 2) nameThePatient(labels, turns);
  const [one, two] = labels;
  if (labels.length !== 2 || one === undefined || two === undefined || turns.length < fewestTurns) return;
  const of = (label: string): Turn[] => turns.filter((turn) => turn.label === label);
  const role = (label: string): SpeakerRole => speakerRole(label);
  const name = (label: string, speaker: SpeakerRole): void => {
    for (const turn of of(label)) turn.speaker = speaker;
  };
  for (const [known, open] of [
    [one, two],
    [two, one],
  ] as const) {
    if (role(open) !== 'other') continue;
    if (role(known) === 'clinician') name(open, 'patient');
    else if (role(known) === 'patient') name(open, 'clinician');
  }
  if (role(one) !== 'other' || role(two) !== 'other') return;
  const questions = (label: string): number =>
    of(label).filter(({ start, end }) => text.slice(start, end).includes('?')).length;
  const [asks, answers] = questions(one) > questions(two) ? [one, two] : [two, one];
  if (questions(asks) < Math.max(2, askingRatio * questions(answers))) return;
  name(asks, 'clinician');
  name(answers, 'patient');
}

function nameThePatient(labels: readonly string[], turns: Turn[]): void {
  const roles = labels.map(speakerRole);
  const open = labels.filter((_, at) => roles[at] === 'other');
  if (open.length !== 1 || roles.includes('patient') || !roles.includes('clinician')) return;
  for (const turn of turns) if (turn.label === open[0]) turn.speaker = 'patient';
}
