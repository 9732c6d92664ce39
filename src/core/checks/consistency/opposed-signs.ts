import { statementKind, type SectionKind } from '../../text/section-kind';
import { PhraseIndex } from '../../text/phrases';
import type { Section } from '../../text/sections';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';
import data from './opposed-signs.json';
import { isOfThisVisit, isOneVisit } from './same-visit';

type Side = 'well' | 'unwell';

interface Sign extends Span {
  at: number;
  row: number;
  side: Side;
  /** As it is written. */
  text: string;
}

const light = new Set(['is', 'are', 'the', 'a', 'an', 'his', 'her', 'there']);

function wordsIn(list: readonly Token[]): Token[] {
  return list.filter(({ text, kind }) => kind !== 'mark' && !light.has(text));
}

const phrases = new PhraseIndex<Pick<Sign, 'row' | 'side'>>();
data.signs.forEach((sign, row) => {
  for (const side of ['well', 'unwell'] as const) {
    for (const phrase of sign[side]) phrases.add(phrase, { row, side });
  }
});

/** What is denied, or answered with no on a form, is not there; a comma ends a denial where what follows says that all is well. */
const deniedBefore: Record<Side, RegExp> = {
  well: /\b(?:not|never|isn['’]t|aren['’]t)\b[^.;,]*$/i,
  unwell: /\b(?:no|not|nil|without|denies|negative|absent|never|free of|nor)\b[^.;]*$/i,
};
const deniedBehind = /^[\s:,(-]*(?:none|nil|no\b|absent|not\b|negative|-ve)/i;

/** Sections in which an examination is told or summed up. */
const places: ReadonlySet<SectionKind> = new Set([
  'examination',
  'vitals',
  'findings',
  'assessment',
  'assessment-and-plan',
  'impression',
  'other',
]);

/** What is said of both sides and of all parts has no exception in the next sentence. */
const whole = /\b(?:bilateral\w*|throughout|all|both|ctab|cta b|quadrants)\b/i;

function signsIn(input: NoteCheckInput, sections: readonly (Section | undefined)[]): Sign[] {
  return input.statements.flatMap((own, at): Sign[] => {
    const { text } = own.statement;
    if (!places.has(statementKind(own.statement, sections[at]))) return [];
    if (!isOfThisVisit(own, sections[at])) return [];
    return own.facts.flatMap(({ tokens }): Sign[] => {
      const words = wordsIn(tokens);
      return words.flatMap((word, index): Sign[] => {
        const found = phrases.at(words, index);
        if (!found) return [];
        const { start } = word;
        const end = words[found.to - 1]?.end ?? word.end;
        if (deniedBehind.test(text.slice(end))) return [];
        if (deniedBefore[found.value.side].test(text.slice(0, start))) return [];
        return [{ at, ...found.value, start, end, text: text.slice(start, end) }];
      });
    });
  });
}

/**
 * Two signs that one examination cannot find both: "lungs clear" and "bilateral crackles on exam". Only in a note of one visit,
 * where neither is told of another time, place or person; a sign right behind the other is its exception, unless that is said of all
 * parts.
 * @param sections the section of each statement
 */
export function opposedSigns(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  if (!isOneVisit(input)) return [];
  const signs = signsIn(input, sections);
  return data.signs.flatMap((_, row): NoteFindingDraft[] => {
    const own = signs.filter((sign) => sign.row === row);
    const [well] = own.filter(({ side }) => side === 'well');
    const unwell = own.find(({ side, at }) => side === 'unwell' && at !== well?.at);
    if (!well || !unwell) return [];
    const isNextTo = sections[well.at] === sections[unwell.at] && Math.abs(unwell.at - well.at) <= 2;
    if (isNextTo && !whole.test(input.statements[well.at]?.statement.text ?? '')) return [];
    const [first, later] = well.at < unwell.at ? [well, unwell] : [unwell, well];
    const message = `The note says “${later.text}” here, and “${first.text}” elsewhere.`;
    return [disagreement(input, later.at, later, [first.at], message)];
  });
}
