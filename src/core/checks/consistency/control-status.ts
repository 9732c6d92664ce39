import type { PolarityFact } from '../../facts/fact';
import { capitalised } from '../../text/letter-case';
import type { Section } from '../../text/sections';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import { isOfThisVisit } from './same-visit';

interface Controlled {
  at: number;
  fact: PolarityFact;
  isControlled: boolean;
}

const good = String.raw`(?:(?:very |reasonably )?(?:well|adequately|nicely|fully|optimally)[- ]controlled|under (?:good|excellent) control|in good control)`;
const bad = String.raw`(?:un-?controlled|(?:poorly|badly|inadequately|sub-?optimally|insufficiently)[- ]controlled|not (?:(?:well|adequately|optimally|yet) )?controlled|not under (?:good )?control|out of control)`;
/** "Hypertension, well controlled", "hypertension (poorly controlled)", "her hypertension is not controlled on amlodipine". */
const behind = String.raw`^[\s,:(–-]{1,3}(?:(?:is|are|currently|today|at present|which is|that is)\s){0,2}`;
const goodBehind = new RegExp(`${behind}${good}`, 'i');
const badBehind = new RegExp(`${behind}${bad}`, 'i');
const goodBefore = new RegExp(`\\b${good}\\s$`, 'i');
const badBefore = new RegExp(`\\b${bad}\\s$`, 'i');

/** What is wished for is not so, and what is good at home or by a diary may not be here. */
const wished =
  /\b(?:goal|aim\w*|target\w*|until|keep|ensure|achiev\w*|diary|readings|log|some\w*|mostly|usually|partly)\b/i;

function statusOf({ start, end }: PolarityFact, text: string): boolean | undefined {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 60)];
  if (badBehind.test(after) || badBefore.test(before)) return false;
  return goodBehind.test(after) || (goodBefore.test(before) && !/\bnot\b/i.test(before)) ? true : undefined;
}

/**
 * A disease that is well controlled in one place and uncontrolled in another, of the same visit.
 * @param sections the section of each statement
 */
export function otherControl(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  const mentions = input.statements.flatMap((own, at): Controlled[] => {
    const { text } = own.statement;
    if (!isOfThisVisit(own, sections[at]) || wished.test(text)) return [];
    return own.facts
      .flatMap(({ polarities }) => polarities)
      .filter(({ polarity, experiencer }) => polarity !== 'absent' && experiencer === 'patient')
      .flatMap((fact): Controlled[] => {
        const isControlled = statusOf(fact, text);
        return isControlled === undefined ? [] : [{ at, fact, isControlled }];
      });
  });
  const seen = new Set<string>();
  return mentions.flatMap((later): NoteFindingDraft[] => {
    const { name, subtype } = later.fact.concept;
    const first = mentions.find(
      ({ at, fact: { concept }, isControlled }) =>
        at < later.at &&
        isControlled !== later.isControlled &&
        concept.name === name &&
        (concept.subtype ?? subtype) === (subtype ?? concept.subtype),
    );
    if (!first || seen.has(name)) return [];
    seen.add(name);
    const [here, there] = later.isControlled
      ? ['well controlled', 'not']
      : ['not well controlled', 'well controlled'];
    const message = `${capitalised(name)} is ${here} here, and ${there} elsewhere in the note.`;
    return [disagreement(input, later.at, later.fact.concept, [first.at], message)];
  });
}
