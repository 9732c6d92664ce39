import type { SideFact } from '../../facts/fact';
import type { SentenceFacts } from '../../facts/extract';
import { namesBothSides, oppositeSide } from '../../facts/sides/one-side';
import { matchCase } from '../../text/letter-case';
import { isBackground } from '../../text/sections';
import { openedSections } from './opened-sections';
import type { NoteCheck, NoteFindingDraft, NoteStatement } from '../note-check';
import { disagreement } from './disagreement';
import { plansForOtherSide } from './planned-sides';
import { operationsOnOtherSide } from './procedure-sides';
import { impressionOnOtherSide } from './report-sides';
import { type Sided, sidesByPart } from './sides-by-part';

/** What a sentence says of a part: findings and the words of procedures. Two sentences that share one speak of one thing. */
function topics({ polarities, tokens }: SentenceFacts): Set<string> {
  const findings = polarities
    .filter(({ polarity }) => polarity !== 'absent')
    .map(({ concept }) => concept.name);
  // What "no", "without" or "normal" reaches, only the findings tell; words alone don't.
  const denied = tokens.some(({ text }) =>
    /^(?:no|not|without|denies|negative|normal|absent|unremarkable)$/.test(text),
  );
  const procedures = denied ? [] : tokens.flatMap(({ text }) => (procedure.test(text) ? [text] : []));
  return new Set([...findings, ...procedures]);
}

const procedure =
  /^(?:pain|fracture[ds]?|osteoarthritis|arthritis|tear|sprain|strain|effusion|mass|lump|nodule|cyst|abscess|ulcer|cellulitis|wound|carcinoma|cancer|dcis|stone|hernia|replacement|arthroplasty|arthroscopy|repair|reconstruction|amputation|mastectomy|lumpectomy|nephrectomy|biopsy|injection|cataract|stent|ectomy|surgery)$/;

function shared(a: Set<string>, b: Set<string>): string[] {
  return [...a].filter((topic) => b.has(topic));
}

const operation =
  /^(?:replacement|arthroplasty|arthroscopy|repair|reconstruction|amputation|mastectomy|lumpectomy|nephrectomy|biopsy|injection|cataract|stent|ectomy|surgery)$/;
/** What was done before. */
const former =
  /\b(?:previous\w*|prior|past|history|hx|h\/o|s\/p|status post|ago|psh|pshx|underwent|last (?:year|month)|(?:19|20)\d\d)\b/i;

/** "S/p left hip replacement", "right hip replacement in March": the second side is operated on after the first. */
function isSecondSide(topics: readonly string[], texts: readonly string[]): boolean {
  return topics.every((topic) => operation.test(topic)) && texts.some((text) => former.test(text));
}

/** A statement that tells two sides apart, or says that the other one is meant too. */
const tellsApart =
  /\b(?:both|bilateral(?:ly)?|also|as well|other side|contralateral|opposite|worse than|greater than|compared)\b/i;

function isAmbiguous(sided: Sided, statements: readonly NoteStatement[]): boolean {
  const text = statements[sided.at]?.statement.text ?? '';
  return tellsApart.test(text) || namesBothSides(text);
}

/**
 * The one mention of a part whose side no other mention shares. With two in all, nobody can say which one is wrong; the
 * later one is shown.
 */
function oddOneOut(mentions: readonly Sided[]): { odd: Sided; rest: Sided[] } | undefined {
  if (mentions.length < 2 || mentions.some(({ fact }) => fact.side === 'bilateral')) return undefined;
  const of = (side: SideFact['side']): Sided[] => mentions.filter(({ fact }) => fact.side === side);
  const [left, right] = [of('left'), of('right')];
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  const [odd] = few;
  if (!odd || few.length > 1 || many.some(({ at }) => at === odd.at)) return undefined;
  const later = mentions.at(-1);
  return mentions.length === 2 && later && later !== odd ? { odd: later, rest: [odd] } : { odd, rest: many };
}

/** A part of the body is on the left in one statement and on the right in all others that say the same of it. */
export const consistencyLaterality: NoteCheck = {
  rule: 'consistency/laterality',
  axis: 'consistency',
  reports: 'The note gives a part of the body the other side elsewhere.',
  harm: 1,
  run(input) {
    // "Past history: left knee replacement" in a line is background, too.
    const sections = openedSections(input);
    const background = new Set(input.statements.filter((_, at) => isBackground(sections[at])));
    const sides = sidesByPart(input.statements, (statement) => !background.has(statement));
    const parts = [...sides].flatMap(([part, mentions]): NoteFindingDraft[] => {
      const found = oddOneOut(mentions);
      if (!found) return [];
      const { odd, rest } = found;
      const { side } = odd.fact;
      if (side === 'bilateral') return [];
      const own = topics(odd.sentence);
      if ([odd, ...rest].some((sided) => isAmbiguous(sided, input.statements))) return [];
      const textOf = ({ at }: Sided): string => input.statements[at]?.statement.text ?? '';
      const same = rest.filter((one) => {
        const both = shared(own, topics(one.sentence));
        return both.length > 0 && !isSecondSide(both, [textOf(odd), textOf(one)]);
      });
      const [first] = same;
      if (!first) return [];
      const { start, end } = odd.fact.sideSpan;
      const text = input.statements[odd.at]?.statement.text.slice(start, end) ?? '';
      const expected = oppositeSide[side];
      const fixes =
        text.toLowerCase() === side
          ? [{ start, end, title: `Write "${expected}"`, newText: matchCase(expected, text) }]
          : [];
      const message = `The ${side} ${part} here is the ${expected} one elsewhere in the note.`;
      return [disagreement(input, odd.at, odd.fact, [first.at], message, { fixes, expected })];
    });
    const places = new Set(parts.map(({ at }) => at));
    const planned = [
      ...operationsOnOtherSide(input),
      ...plansForOtherSide(input),
      ...impressionOnOtherSide(input),
    ];
    return [...parts, ...planned.filter(({ at }) => !places.has(at) && places.add(at))];
  },
};
