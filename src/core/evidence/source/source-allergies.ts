import {
  type NamedAllergen,
  allergensIn,
  deniedAllergens,
  deniesAllergies,
} from '../../facts/allergies/allergens';
import { readAnswer, speechAct } from '../../facts/answers/answers';
import { type AllergyScope, scopeOf } from '../../facts/allergies/scope';
import { isIntolerance } from '../../facts/allergies/intolerances';
import { namesOthers } from '../../facts/persons/persons';
import { oncePer } from '../../once';
import { sectionKind } from '../../text/section-kind';
import { withoutEmphasis } from '../../text/emphasis';
import { splitSections } from '../../text/sections';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { isAskedBack, isCarriedAgainst, isTakenOff } from './no-allergens';
import type { Segment, SourceIndex } from './source-index';

/** A place of a source that speaks of allergies. */
interface Place {
  source: SourceIndex;
  segment: number;
  span: Span;
}

/** What the sources say of the patient's allergies. */
export interface SourceAllergies {
  /** `intolerance`: only a side effect is told of it. */
  named: (NamedAllergen & Place & { intolerance?: true })[];
  /** Where they say that there are none, or none to medicines. */
  denied: (Place & { what: AllergyScope })[];
  /** What they are asked for by name and say that there is no allergy to. */
  deniedByName: (NamedAllergen & Place)[];
}

const asksOf = /\ballerg(?:ic|y|ies)\b/i;
/** "Allergies?", "Is she allergic to latex?": what it names is asked, and not said. */
const isQuestion = /\?\s*$/;
const asksShort =
  /^\W*(?:(?:and|so|ok(?:ay)?|good|great|right|thank you|thanks)\b[\s,.]*)*(?:known |drug |medication |medicine |food )?allerg(?:y|ies)(?: to (?:meds|medicines?|medications?|drugs?|anything))?\W*$/i;
const asks =
  /\ballergic to (?:anything|any\b)|\b(?:any|do you|are you|have you|you're|you are|what|no|and|your)\b[^.?!]{0,60}\ballerg(?:ic|y|ies)\b/i;
/** Hay fever is an allergy to nothing that a list of allergies names. */
const seasonal =
  /\b(?:season\w*|hay ?fever|pollen|rhinitis|shots?|testing|tested|allergist|spring|fall|nasal|sinus)\b/i;

const nothingSaid = (): SourceAllergies => ({ named: [], denied: [], deniedByName: [] });

/** What one turn of talk, or one sentence of another source, says; a question gets the answer of the turns behind it. */
function readSegment(source: SourceIndex, segment: number, listed: boolean): SourceAllergies {
  const found = nothingSaid();
  const own = source.segments[segment];
  if (!own) return found;
  for (const sentence of own.sentences) {
    const words = withoutEmphasis(source.text.slice(sentence.start, sentence.end));
    if (!(listed || asksOf.test(words)) || seasonal.test(words) || namesOthers(sentence.tokens)) continue;
    if (isOfWhoCame(own, words)) continue;
    const place = { source, segment, span: sentence };
    const named = allergensIn(source.text, sentence.tokens, listed, source.terminology).map(
      withReaction(sentence.tokens),
    );
    const isAsked = own.turn?.speaker === 'clinician' && isQuestion.test(words);
    if (isAsked && named.length > 0) {
      answerByName(source, segment, named, found);
      continue;
    }
    found.named.push(...named.map((allergen) => ({ ...allergen, ...place })));
    if (named.length === 0 && !isQuestion.test(words) && !supposed.test(words)) {
      const notTo = deniedAllergens(source.text, ownClause(sentence.tokens), source.terminology);
      found.deniedByName.push(...notTo.map((allergen) => ({ ...allergen, ...place })));
    }
    if (
      own.turn?.speaker === 'clinician' &&
      (asks.test(words) || asksShort.test(words)) &&
      named.length === 0
    ) {
      answer(source, segment, found);
      continue;
    }
    const what = deniesAllergies(words) ?? (listed && nothing.test(words) ? 'all' : undefined);
    if (what) found.denied.push({ ...place, what });
  }
  return found;
}

/** "If you're not allergic to penicillin": nobody says so yet. */
const supposed = /\b(?:if|whether|unless|assuming|as long as|make sure|sure|think|thought)\b/i;

/** "I'm not allergic to penicillin, it just upsets my stomach": up to where another clause begins. */
function ownClause(list: readonly Token[]): readonly Token[] {
  const end = list.findIndex(
    ({ text }) => /^(?:,|;|but|because|so|it|i)$/.test(text) && text !== list[0]?.text,
  );
  return end < 0 ? list : list.slice(0, end);
}

/** What a question names is so where it is answered yes, and not so where it is answered no; else nothing is known of it. */
function answerByName(
  source: SourceIndex,
  asked: number,
  names: readonly NamedAllergen[],
  found: SourceAllergies,
): void {
  const reply = source.segments[asked + 1];
  if (!reply || reply.turn?.speaker === 'clinician') return;
  const place = { source, segment: asked + 1, span: reply };
  const question = source.segments[asked];
  const words = source.text.slice(question?.start, question?.end);
  // "So you're allergic to penicillin, right?" tells it, unless it is answered no.
  const isTold = names.some(
    ({ start }) => speechAct(words, start - (question?.start ?? 0), { marked: true }) !== 'asks',
  );
  const own = namedIn(source, reply);
  found.named.push(...own.map((allergen) => ({ ...allergen, ...place, span: allergen })));
  const asWritten = names.filter(({ name }) => !own.some((other) => other.name === name));
  if (isNoAt(source, reply)) {
    found.deniedByName.push(...asWritten.map((allergen) => ({ ...allergen, ...place })));
  } else if (isTold || readAnswer(source.text.slice(reply.start, reply.end), 1).polarity === 'present') {
    found.named.push(...asWritten.map((allergen) => ({ ...allergen, ...place })));
  }
}

const nothing = /^\W*(?:none|none known|no known|nil|nil known|nkd?a)\W*$/i;
/** So many turns behind a question may hold the answer: "Any allergies?" "Yes." "To what?" "Penicillin." */
const answerReach = 3;

function answer(source: SourceIndex, asked: number, found: SourceAllergies): void {
  const replies = source.segments
    .slice(asked + 1, asked + 1 + answerReach)
    .map((segment, offset) => ({ segment, at: asked + 1 + offset }))
    .filter(({ segment: { turn } }) => turn?.speaker !== 'clinician');
  for (const { segment, at } of replies) {
    const named = namedIn(source, segment);
    found.named.push(...named.map((allergen) => ({ ...allergen, source, segment: at, span: allergen })));
    if (named.length > 0) return;
    // "No": what is named in later turns answers another question.
    if (isNoAt(source, segment)) break;
  }
  const [first] = replies;
  if (!first) return;
  const isNo = isNoAt(source, first.segment);
  const question = source.segments[asked];
  if (isNo && question)
    found.denied.push({
      source,
      segment: first.at,
      span: first.segment,
      what: whatIsAsked(source, question),
    });
}

/** "No", "not that I know", "not to medicine", "not her", "my mother, not me". */
function isNoAt(source: SourceIndex, { start, end }: Segment): boolean {
  const reply = source.text.slice(start, end);
  return (
    readAnswer(reply, 1).polarity === 'absent' ||
    /^\W*(?:[\w' ]{2,20}[.,] *)?not (?:that i|to|her|him|me|any)\b/i.test(reply)
  );
}

function whatIsAsked(source: SourceIndex, { start, end }: Segment): AllergyScope {
  return scopeOf(source.text.slice(start, end));
}

/** What an answer names; "my son's allergic to penicillin" tells of somebody else. */
function namedIn(source: SourceIndex, reply: Segment): (NamedAllergen & { intolerance?: true })[] {
  const { start, end, sentences } = reply;
  if (seasonal.test(source.text.slice(start, end))) return [];
  return sentences
    .filter(
      (sentence, at) =>
        !namesOthers(sentence.tokens) &&
        !isAskedBack(source.text, sentences, at) &&
        !isOfWhoCame(reply, source.text.slice(sentence.start, sentence.end)),
    )
    .flatMap(({ tokens }) =>
      allergensIn(source.text, tokens, true, source.terminology)
        .filter((one) => !isCarriedAgainst(one))
        .map(withReaction(sentences.flatMap((sentence) => sentence.tokens))),
    );
}

const ofSpeaker =
  /\b(?:i['’]m|i am|i['’]ve|i have|i had|i get|i got|myself|(?:gives?|gave|makes?|made) me)\b/i;
const ofThird = /\b(?:s?he|him|her|they|them|we)\b/i;

/** "I'm allergic to penicillin myself": who came with the patient says "I" of themselves. */
function isOfWhoCame({ turn }: Segment, words: string): boolean {
  return turn?.speaker === 'family' && ofSpeaker.test(words) && !ofThird.test(words);
}

function withReaction(
  list: readonly Token[],
): (allergen: NamedAllergen) => NamedAllergen & { intolerance?: true } {
  const intolerance = isIntolerance(list);
  return (allergen) => ({ ...allergen, ...(intolerance && { intolerance }) });
}

const read = oncePer((source: SourceIndex): SourceAllergies => {
  const all = nothingSaid();
  if (!/allerg|\bnkd?a\b/i.test(source.text)) return all;
  const lists = source.segments[0]?.turn
    ? []
    : splitSections(source.text).filter(({ title }) => sectionKind(title) === 'allergies');
  source.segments.forEach(({ start, end }, segment) => {
    const listed = lists.some(({ body }) => body.start <= start && end <= body.end);
    const found = readSegment(source, segment, listed);
    all.named.push(...found.named);
    all.denied.push(...found.denied);
    all.deniedByName.push(...found.deniedByName);
  });
  // Of one that was taken off the list the visit says both, and names no other.
  if (new Set(all.named.map(({ name }) => name)).size === 1 && isTakenOff(source)) all.named = [];
  return all;
});

/** What all sources together say of the patient's allergies. */
export function sourceAllergies(sources: readonly SourceIndex[]): SourceAllergies {
  const all = sources.map(read);
  return {
    named: all.flatMap(({ named }) => named),
    denied: all.flatMap(({ denied }) => denied),
    deniedByName: all.flatMap(({ deniedByName }) => deniedByName),
  };
}
