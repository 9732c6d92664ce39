import { dashedTurns } from './dashed-turns';
import type { Span } from './span';
import { speakerRole, type SpeakerRole } from './speakers';
import { giveRoles } from './turn-roles';

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
 * Splits a transcript ("[doctor] …", "Patient: …", or a dash before each turn of two) into turns; a line without a label
 * goes on with the turn before.
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
  if (labelled === 0) return dashedTurns(text);
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
