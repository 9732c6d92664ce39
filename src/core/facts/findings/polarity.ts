import type { Token } from '../../text/tokens';
import { wordTable } from '../../text/word-table';
import { termContexts, type TermContext } from '../context/context';
import type { FindingContext, PolarityFact } from '../fact';
import type { TermMention } from '../../terminology/term-index';

/** How near a part of the body must stand to be the site of a finding. */
const siteReach = 8;

/**
 * Reads the symptoms and findings of one sentence with their polarity and site.
 * @param list the tokens of the sentence
 * @param terms the dictionary terms found in them (findings and anatomy)
 * @param inner the parts of the body that stand inside of a finding's words ("wrist is broken")
 */
export function findPolarities(
  list: readonly Token[],
  terms: readonly TermMention[],
  inner: readonly TermMention[] = [],
): PolarityFact[] {
  const findings = terms.filter((term) => term.concept.kind === 'finding' && !isPartOfName(list, term));
  if (findings.length === 0) return [];
  // "On the right side" names no part.
  const parts = terms.filter(({ concept }) => concept.kind === 'anatomy' && concept.name !== 'side');
  const contexts = termContexts(list, findings);
  return findings.map((term, index) => {
    const context = withOwnNegation(contexts[index] ?? unreadable, term, list);
    const site = ownSite(term, inner) ?? siteOf(list, term, parts);
    const side = sideOf(list, term);
    return {
      kind: 'polarity',
      concept: term.concept,
      ...context,
      start: term.concept.start,
      end: term.concept.end,
      ...(term.absent && { contrary: true }),
      ...(site && { site }),
      ...(side && { side }),
    };
  });
}

/** "Red flags", "the TIA clinic's number": the word names something else, and nobody has it. */
function isPartOfName(list: readonly Token[], term: TermMention): boolean {
  let at = term.to;
  if (nameHeads.test(list[at]?.text ?? '') || isManoeuvre(list, term)) return true;
  // Tobacco that is chewed or dipped is not smoked.
  if (list[term.from]?.text === 'tobacco' && list.some(({ text }) => unsmoked.test(text))) return true;
  if (vaccinated.has(term.concept.name) && isGoingAround(list, term)) return true;
  if (vaccinated.has(term.concept.name) && list.some(({ text }) => vaccineWords.test(text))) return true;
  while (/^(?:not|yet|was|is|has|been|already)$/.test(list[at]?.text ?? '')) at++;
  return givenWords.test(list[at]?.text ?? '');
}

/** "No bulge w cough", "leaks on coughing": what is done to bring something out is no complaint. */
function isManoeuvre(list: readonly Token[], { from, concept }: TermMention): boolean {
  const at = /^(?:the|a)$/.test(list[from - 1]?.text ?? '') ? from - 1 : from;
  return (
    concept.name === 'cough' &&
    /^(?:w|with|on|upon|to)$/.test(list[at - 1]?.text ?? '') &&
    /^(?:bulg\w+|bulge|impulse|hernias?|lump|reducible|expansile|protrusion)$/.test(list[at - 2]?.text ?? '')
  );
}

/** So many tokens before an infection, and behind it, tell that it is around and whom it has not. */
const aroundReach = 5;

/** "A flu thing", "COVID exposure", "there was a norovirus bug on her floor": an infection that is where somebody is, and not theirs. */
function isGoingAround(list: readonly Token[], { from, to }: TermMention): boolean {
  const next = list[to]?.text ?? '';
  const [before, behind] = [
    list.slice(Math.max(0, from - aroundReach), from),
    list.slice(to, to + aroundReach),
  ].map((part) => part.map(({ text }) => text).join(' '));
  const isThere = /\bthere(?:['’]s| (?:is|was|were|are|has been|['’]s been|had been))\b/.test(before ?? '');
  return (
    /^(?:clusters?|scares?|exposures?|contacts?|patients?)$/.test(next) ||
    /^(?:(?:bug|thing|stuff) )?(?:was |is |has been |['’]s )?(?:going|doing the) (?:a?round|rounds)\b/.test(
      behind ?? '',
    ) ||
    (isThere &&
      /\b(?:on|in|at) (?:(?:the|her|his|their|our|my|your) )?(?:floor|ward|unit|office|school|class(?:room)?|day ?care|nursery|house(?:hold)?|home|building|work|family|village|town|college|dorm|camp|church|club|team|plant|shelter|residence)\b/.test(
        behind ?? '',
      ))
  );
}

const unsmoked = /^(?:chew\w*|smokeless|dip|dips|dipping|snuff|snus|oral)$/;

/** Vaccines go by the names of these: "influenza and pneumococcal vaccines received", "Immunizations: influenza yes". */
export const vaccinated: ReadonlySet<string> = new Set([
  'influenza',
  'covid-19',
  'pneumonia',
  'shingles',
  'chickenpox',
  'measles',
  'mumps',
  'hepatitis',
  'meningitis',
  'tuberculosis',
]);
const vaccineWords = /^(?:vaccin\w+|immuni[sz]\w+|jabs?|boosters?|inoculat\w+)$/;

/** "Flu not yet given": a vaccine by the name of its disease. */
const givenWords = /^(?:given|utd|administered)$/;

/** "Red flags", "flu jab", "foot drop advice". */
const nameHeads =
  /^(?:flags?|clinics?|nurses?|specialists?|teams?|units?|wards?|helplines?|leaflets?|cards?|handouts?|booklets?|factsheets?|advice|jabs?|shots?|vaccines?|vaccinations?|boosters?|swabs?|letters?|outbreaks?|diary|diaries|meat|wine|cessation|lady|advis[oe]rs?)$/;

/** "Afebrile" says by itself that there is no fever. Under another negation nobody knows. */
function withOwnNegation(
  context: TermContext,
  { absent, from, to }: TermMention,
  list: readonly Token[],
): TermContext {
  if (!absent || context.polarity === 'unknown') return context;
  // "I don't smoke much": what is denied is how much.
  const behind = list.slice(to, to + longestDegree).map(({ text }) => text);
  const isOfDegree =
    list.slice(from, to).some(({ text }) => /^(?:not|.*n['’]t)$/.test(text)) && degree.test(behind.join(' '));
  if (isOfDegree) return { ...context, narrowed: true };
  return { ...context, polarity: context.polarity === 'present' ? 'absent' : 'unknown' };
}

const longestDegree = 2;
const degree = /^(?:(?:that |as |so |very |too )?(?:much|often|heavily|regularly)|a lot|every day)\b/;

const unreadable: TermContext = {
  polarity: 'unknown',
  certainty: 'certain',
  time: 'current',
  experiencer: 'patient',
  asserted: false,
};

/**
 * What a fact says about the patient now: `unknown` when it is uncertain, hypothetical, of another time or person, or of
 * a part of the time or place only. Rules that compare facts go by this, and look at the single answers only where they
 * ask for one of them.
 */
export function plainPolarity(fact: FindingContext): FindingContext['polarity'] {
  const plain =
    fact.certainty === 'certain' &&
    fact.time === 'current' &&
    fact.experiencer === 'patient' &&
    fact.narrowed === undefined;
  return plain ? fact.polarity : 'unknown';
}

/** How far before a finding the word for its side may stand ("left lower leg swelling"), and how far behind. */
const sideBefore = 3;
const sideAfter = 6;

const sides = wordTable<PolarityFact['side']>({
  left: 'left',
  right: 'right',
  bilateral: 'bilateral',
  bilaterally: 'bilateral',
  both: 'bilateral',
});

/** The nearest word for a side in the finding's own phrase. "Right now" and "all right" name none. */
function sideOf(list: readonly Token[], term: TermMention): PolarityFact['side'] {
  for (let at = term.to - 1; at >= Math.max(0, term.from - sideBefore); at--) {
    const side = sideAt(list, at);
    if (side) return side;
    if (at < term.from && list[at]?.kind === 'mark') break;
  }
  for (let at = term.to; at < term.to + sideAfter; at++) {
    const side = sideAt(list, at);
    if (side) return side;
    if (list[at]?.kind === 'mark' || /^(?:and|or|but|with)$/.test(list[at]?.text ?? '')) break;
  }
  return undefined;
}

function sideAt(list: readonly Token[], at: number): PolarityFact['side'] {
  const side = sides[list[at]?.text ?? ''];
  const speech =
    side === 'right' &&
    (/^(?:now|away|\?|,|there|here)$/.test(list[at + 1]?.text ?? '') || list[at - 1]?.text === 'all');
  return speech ? undefined : side;
}

/** "Wrist is broken": the part that the words of a finding hold, where its name does not. */
function ownSite({ from, to, concept }: TermMention, inner: readonly TermMention[]): string | undefined {
  if (!placed.has(concept.name)) return undefined;
  return inner.find((part) => from <= part.from && part.to <= to)?.concept.name;
}

/** What is told by many words that hold the place of it. */
const placed: ReadonlySet<string> = new Set(['fracture']);

/** The nearest part of the body; one behind an "and" or a comma is likely that of another finding. */
function siteOf(
  list: readonly Token[],
  term: TermMention,
  parts: readonly TermMention[],
): string | undefined {
  const distance = (part: TermMention): number => {
    const [from, to] = part.from >= term.to ? [term.to, part.from] : [part.to, term.from];
    if (to < from || to - from > siteReach) return Infinity;
    const apart = list.slice(from, to).some((token) => /^(?:and|or|but|with|,)$/.test(token.text));
    return apart ? siteReach + to - from : to - from;
  };
  const near = parts
    .map((part) => ({ part, at: distance(part) }))
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at)[0];
  // "Tenderness at the sternoclavicular joint": where a place is named right behind, no part before it is meant.
  const behind = namedPlace(list, term);
  const isBehind = near !== undefined && near.part.from >= term.to;
  return isBehind ? near.part.concept.name : (behind ?? near?.part.concept.name);
}

const noPlace =
  /^(?:night|times|rest|moment|start|beginning|end|any|some|point|first|last|age|onset|least|most|once|minute|weekend|weekends|school|about|which|what|one|that|same|any|it|them|other|side|all|present|home|work|time|this|inner|outer|medial|lateral|upper|lower|whole|entire|left|right)$/;

/** A place that is in no dictionary, by its word: "tenderness over the pisiform". */
function namedPlace(list: readonly Token[], term: TermMention): string | undefined {
  if (!/^(?:at|over|along|around|near)$/.test(list[term.to]?.text ?? '')) return undefined;
  const at = /^(?:the|his|her|my|your|this|that)$/.test(list[term.to + 1]?.text ?? '')
    ? term.to + 2
    : term.to + 1;
  const place = list[at];
  return place?.kind === 'word' && !noPlace.test(place.text) ? place.text : undefined;
}
