import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import type { Span } from '../../text/span';
import type { Token } from '../../text/tokens';
import { type AllergyScope, scopeOf } from './scope';

/** Something that somebody is said to be allergic to; the span is that of its name. */
export interface NamedAllergen extends Span {
  /** Canonical name of a medicine, a class of medicines or another allergen. */
  name: string;
  kind: string;
  /** As it is written. */
  written: string;
}

const kinds = new Set(['medication', 'medication-class', 'allergen'] as const);

/** "No known drug allergies", "not allergic to", "tolerates": no allergy, whatever is named. */
const noAllergy =
  /^(?:no|nil|not|never|denies|denied|nkda|nka|tolerates?|tolerated|tolerating|tolerant|without|negative|outgrown|outgrew|delabelled|delabeled|disproved|unconfirmed|previously|if|whether)$/;
/** What ends the list behind "allergic to". */
const endsList =
  /^(?:but|however|although|tolerates?|tolerated|except|so|therefore|will|start|started|given|because|avoid|[.;?!])$/;

/**
 * The allergens that one sentence names: "allergic to penicillin and sulfa", "penicillin allergy".
 * @param text the text that the tokens point into
 * @param list the tokens of the sentence
 * @param whole everything that it names is one: it stands in a list of allergies, or answers the question for them
 */
export function allergensIn(
  text: string,
  list: readonly Token[],
  whole: boolean,
  terminology: Terminology,
): NamedAllergen[] {
  const word = (at: number): string => list[at]?.text ?? '';
  const cue = list.findIndex(({ text }) =>
    /^(?:allergic|allergy|allergies|anaphylaxis|anaphylactic|nkda|nka|adrs?)$/.test(text),
  );
  if (cue < 0 && !whole) return [];
  const isDenied = list.some(({ text }) => noAllergy.test(text));
  const excepted = isDenied ? behindException(list, Math.max(cue, 0)) : undefined;
  if (isDenied && excepted === undefined) return [];
  const found = terminology.findTerms(list, kinds);
  const named = ({ concept: { name, kind, start, end } }: TermMention): NamedAllergen => ({
    name,
    kind,
    written: text.slice(start, end),
    start,
    end,
  });
  if (excepted !== undefined) return found.filter(({ from }) => from >= excepted).map(named);
  if (whole) return found.map(named);
  const isLabel = /^(?:status|list|history|alerts?)$/.test(word(cue + 1)) && /^[:–-]$/.test(word(cue + 2));
  const isBehind =
    isLabel || /^(?:to|:|-|includ(?:e|es|ing)|are|is)$/.test(word(cue + 1)) || word(cue + 2) === 'to';
  const end = list.findIndex(({ text }, at) => at > cue && endsList.test(text));
  return found
    .filter(({ from, to }) => {
      const before = to <= cue && cue - to <= 1;
      const behind = isBehind && from > cue && (end < 0 || from < end);
      return before || behind;
    })
    .map(named);
}

/** "NKDA except penicillin", "no allergies other than to sulfa": where what is excepted begins; undefined where nothing is. */
function behindException(list: readonly Token[], cue: number): number | undefined {
  const at = list.findIndex(
    ({ text }, index) =>
      index > cue &&
      (/^(?:except|excepting|besides)$/.test(text) ||
        (text === 'apart' && list[index + 1]?.text === 'from') ||
        (text === 'aside' && list[index + 1]?.text === 'from') ||
        (text === 'other' && list[index + 1]?.text === 'than')),
  );
  return at < 0 ? undefined : at + 1;
}

/** "No known drug allergies", "NKDA", "not allergic to anything", "no actual allergies". */
const none =
  /\b(?:no|nil|denie[sd]|denying|not (?:have|having)|n't have|without|never had)(?: any| having any)?(?: (?:known|actual|real|true|proper))?(?: (?:drug|medication|medicine|antibiotic|food|environmental)s?)?(?:(?:,| or| and) (?:food|environmental|drug|medication|medicine))* allerg(?:ies|y)\b(?: to (?:any )?(?:medication|medicine|drug|antibiotic|food)s?\b| to anything\b|(?! to\b))|\bnkd?a\b|\b(?:not|n't|denies being) allergic to (?:anything|any)(?: (?:medication|medicine|drug|antibiotic|food)s?)?\b/i;

/** "Allergies: none known", "Drug allergies – nil", "| Allergies | none |": a line that begins with its label. */
const labelled =
  /^\W*(?:known )?(?:(?:drug|medication|medicine|antibiotic|food) )?allerg(?:ies|y)\s*[:=|–—-]?\s*(?:none|none known|no known|nil|nil known|no|denied|denies|nka)\W*$/i;

/** "NKDA except penicillin" names one. */
const exception = /\b(?:except(?:ing)?|besides|apart from|aside from|other than)\b/i;

/** Of what a text says that there is no allergy. "No allergy to latex" speaks of latex alone. */
export function deniesAllergies(text: string): AllergyScope | undefined {
  const found = labelled.exec(text) ?? none.exec(text);
  if (!found || exception.test(text.slice(found.index))) return undefined;
  // "Itches with plasters, otherwise nil allergies."
  if (/\botherwise\s*$/i.test(text.slice(0, found.index))) return undefined;
  return scopeOf(found[0]);
}

const allergyTo =
  /\b(?:no|nil|denies|denied|never)\b[^.;,]*\ballerg(?:y|ies)\b|\b(?:not|isn['’]t|aren['’]t|wasn['’]t|never been) (?:actually |really |truly )?allergic to\b/i;

/**
 * What a sentence says by name that there is no allergy to: "no allergy to dressings or latex", "nil penicillin allergy". Nothing
 * where it also names something that there is one to.
 */
export function deniedAllergens(
  text: string,
  list: readonly Token[],
  terminology: Terminology,
): NamedAllergen[] {
  const words = text.slice(list[0]?.start, list.at(-1)?.end);
  if (!allergyTo.test(words) || exception.test(words) || /\b(?:but|however|only|other)\b|,/i.test(words))
    return [];
  return terminology.findTerms(list, kinds).map(({ concept: { name, kind, start, end } }) => ({
    name,
    kind,
    written: text.slice(start, end),
    start,
    end,
  }));
}
