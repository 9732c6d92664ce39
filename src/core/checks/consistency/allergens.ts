import type { TermMention } from '../../terminology/term-index';
import type { Terminology } from '../../terminology/terminology';
import { splitSentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import { tokens, type Token } from '../../text/tokens';
import { maskUncheckedText } from '../../text/unchecked-text';
import type { NoteCheckInput } from '../note-check';
import { namesAnybody } from './patient-sex';
import { isAllergyList } from './places';

/** Something that the patient is allergic to; the span is that of the sentence in the note that says so. */
export interface NotedAllergy extends Span {
  /** Canonical name of a medicine, a class of medicines or another allergen. */
  name: string;
  kind: string;
  /** As the note writes it. */
  written: string;
}

type Named = Pick<NotedAllergy, 'name' | 'kind' | 'written'>;

const kinds = new Set(['medication', 'medication-class', 'allergen'] as const);

/** "No known drug allergies", "not allergic to", "tolerates": no allergy, whatever is named. */
const noAllergy =
  /^(?:no|not|never|denies|denied|nkda|nka|tolerates?|tolerated|tolerating|tolerant|without|negative|outgrown|outgrew|delabelled|delabeled|disproved|unconfirmed|previously|if|whether)$/;
/** What ends the list behind "allergic to". */
const endsList =
  /^(?:but|however|although|tolerates?|tolerated|except|so|therefore|will|start|started|given|because|avoid|[.;?!])$/;

/** An allergy named in one sentence of running text: "allergic to penicillin and sulfa", "penicillin allergy". */
function inSentence(text: string, list: readonly Token[], whole: boolean, terminology: Terminology): Named[] {
  const word = (at: number): string => list[at]?.text ?? '';
  const cue = list.findIndex(({ text }) =>
    /^(?:allergic|allergy|allergies|anaphylaxis|anaphylactic)$/.test(text),
  );
  if (cue < 0 && !whole) return [];
  if (list.some(({ text }) => noAllergy.test(text))) return [];
  const found = terminology.findTerms(list, kinds);
  const named = ({ concept: { name, kind, start, end } }: TermMention): Named => ({
    name,
    kind,
    written: text.slice(start, end),
  });
  if (whole) return found.map(named);
  const isBehind = /^(?:to|:|-|includ(?:e|es|ing)|are|is)$/.test(word(cue + 1)) || word(cue + 2) === 'to';
  const end = list.findIndex(({ text }, at) => at > cue && endsList.test(text));
  return found
    .filter(({ from, to }) => {
      const before = to <= cue && cue - to <= 1;
      const behind = isBehind && from > cue && (end < 0 || from < end);
      return before || behind;
    })
    .map(named);
}

/** The allergies that a note names, in its list of allergies and in its sentences; those of relatives are left out. */
export function notedAllergies({ text, sections, statements, terminology }: NoteCheckInput): NotedAllergy[] {
  if (!/allerg|anaphyla/i.test(text)) return [];
  // A list names its items in single words, which are no statements.
  const lists = sections.filter(isAllergyList);
  const visible = lists.length > 0 ? maskUncheckedText(text) : text;
  const listed = lists.flatMap(({ body }) =>
    splitSentences(visible, body).flatMap((sentence): NotedAllergy[] =>
      inSentence(visible, tokens(visible, sentence), true, terminology).map((one) => ({
        ...one,
        ...sentence,
      })),
    ),
  );
  const told = statements.flatMap(({ statement, section, facts }) =>
    isAllergyList(section) || /family/i.test(section?.title ?? '')
      ? []
      : facts.flatMap((sentence) =>
          namesAnybody(sentence.tokens)
            ? []
            : inSentence(statement.text, sentence.tokens, false, terminology).map((one): NotedAllergy => ({
                ...one,
                start: statement.start + sentence.start,
                end: statement.start + sentence.end,
              })),
        ),
  );
  return [...listed, ...told];
}
