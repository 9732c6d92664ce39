import type { SentenceFacts } from '../../../facts/extract';
import type { PolarityFact } from '../../../facts/fact';
import { tokens } from '../../../text/tokens';
import type { CheckInput } from '../../check';
import type { OfNote } from './mention';
import { isOfWholeTime } from './of-past';
import { everReach, everWords } from './opposition';
import { placeWords, sideSpokenOf } from './places';

/** A label or heading that says of which part of the body the rest is: "Eyes: no edema". */
const ofPart =
  /\b(?:eyes?|heent|ent|ears?|nose|throat|mouth|face|neck|lungs?|resp\w*|pulm\w*|chest|abd\w*|optic|fundi|retina|brain|head|larynx|genit\w*|gu|uter\w*|pelvi\w*|arms?|hands?|upper)\b/i;

/** "No edema": a denial that names no part of the body, by itself or by its label, holds for all. */
function isThroughout(fact: PolarityFact, { statement, section }: CheckInput): boolean {
  return (
    fact.polarity === 'absent' &&
    fact.site === undefined &&
    fact.side === undefined &&
    !ofPart.test(statement.text) &&
    !ofPart.test(section?.title ?? '')
  );
}

/** What may stand right before a finding that is denied of no part of the body. */
const bareBefore =
  /(?:^|[,:;/(–-]|\b(?:no|nil|not|without|denies|denied|denying|for|of|any|or|and|nor|acute|new|obvious|focal|significant|other))\s*$/i;

/** "Never smoker" is one name that denies it of a whole life. */
function isNever({ concept }: PolarityFact, { statement }: CheckInput): boolean {
  return /^never\b/i.test(statement.text.slice(concept.start, concept.end));
}

/** "He had no pneumonia": told of the past, where what once was is the opposite. */
const hadNone = /\bhad no\s+(?:\S+\s+){0,3}$/i;

/** "Face: oedema", "macular oedema": where it is that is not of the legs. */
const notOfLegs =
  /\b(?:eye\w*|lids?|periorbital|faci?al|face|lips?|throat|tongue|mouth|optic|dis[ck]s?|fundi|retina\w*|macula\w*|brain|cerebral|pulmonary|larynx|laryngeal|genit\w*|scrot\w*|vulva\w*|sacral|arms?|hands?|fingers?|wrists?|stoma|wounds?|ulcers?|lesions?|exudate|knees?|elbows?|joints?|marrow|CXR|x-?rays?|MRI|CT)\b/i;

/** "Lungs clear. Positive for oedema.": an examination that names no part of the body looks for it in the legs. */
function isOfLegs(fact: PolarityFact, { statement, section }: CheckInput): boolean {
  return (
    fact.polarity === 'present' &&
    fact.concept.name === 'edema' &&
    (fact.site === undefined || /^(?:leg|lower extremity)$/.test(fact.site)) &&
    !notOfLegs.test(statement.text) &&
    !notOfLegs.test(section?.title ?? '')
  );
}

const anatomyKinds = new Set(['anatomy'] as const);
/** Short forms that open what an examination says of a part. */
const shortParts: ReadonlyMap<string, string> = new Map([
  ['abd', 'abdomen'],
  ['abdo', 'abdomen'],
  ['ext', 'lower extremity'],
  ['legs', 'leg'],
]);

/** The part of the body that was named last before a finding in its statement ("Abd: soft, no masses"), or by its heading. */
function partSpokenOf(fact: PolarityFact, { section, terminology, facts }: CheckInput): string | undefined {
  const partIn = (list: SentenceFacts['tokens']): string | undefined =>
    [
      ...terminology
        .findTerms(list, anatomyKinds)
        .map(({ from, concept }) => ({ at: from, name: concept.name })),
      ...list.flatMap(({ text }, at) => {
        const name = shortParts.get(text);
        return name === undefined ? [] : [{ at, name }];
      }),
    ]
      .filter(({ name }) => name !== 'side')
      .sort((a, b) => a.at - b.at)
      .at(-1)?.name;
  const before = facts.flatMap((sentence) => sentence.tokens.filter(({ end }) => end <= fact.start));
  return partIn(before) ?? partIn(tokens(section?.title ?? ''));
}

/** A finding of the note with what the words around it and its heading say of where and for how long. */
export function noteFinding(sentence: SentenceFacts, fact: PolarityFact, input: CheckInput): OfNote {
  const before = input.statement.text.slice(Math.max(0, fact.start - everReach), fact.start);
  const spokenSide = sideSpokenOf([sentence], fact.start);
  return {
    ...fact,
    ever:
      isOfWholeTime(fact, input.statement.text) ||
      (fact.polarity === 'absent' &&
        (everWords.test(before) || hadNone.test(before) || isNever(fact, input))),
    place: placeWords(sentence, fact),
    ...(spokenSide && { spokenSide }),
    ...(fact.site === undefined && { spokenPart: () => partSpokenOf(fact, input) }),
    ...(isOfLegs(fact, input) && { ofLegs: true }),
    ...(isThroughout(fact, input) && { throughout: true }),
    ...(bareBefore.test(before) && { bare: true }),
  };
}
