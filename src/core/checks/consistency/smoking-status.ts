import { type State, type StateMention, statesIn } from '../../claims/implied/states';
import type { SentenceFacts } from '../../facts/extract';
import { namesOthers } from '../../facts/persons/persons';
import { type SectionKind, sectionKind } from '../../text/section-kind';
import type { Section } from '../../text/sections';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement } from './disagreement';

interface Mention extends StateMention {
  at: number;
}

const left: ReadonlySet<SectionKind> = new Set(['family-history', 'instructions', 'allergies']);

/** Another time, another person's smoke, another thing that is smoked, or a change between two states. */
const open =
  /\b(?:was|were|had been|until|previous visit|at the time|passive|second-?\s?hand|household|exposed|exposure|around|marijuana|cannabis|weed|thc|vap\w*|e-?cig\w*|pipe|cigars?|smokeless|if|unless|encourage\w*|advi[sc]e\w*|recommend\w*|counsel\w*|cessation|relaps\w*|restart\w*|resum\w*|again|trying|attempt\w*|plans?|wants?|during|occasional\w*|recent\w*|just|today|yesterday|last (?:week|month)|(?:days?|weeks?|months?) ago|when|while|screen\w*|risk)\b|[?[\]]/i;

/** "Smoker: no", "Smoking status – …": what stands behind decides, and forms say it in too many ways. */
const onForm = /^\s*[:=-]/;
/** "Does not smoke in the house": denied for a place or a time alone. */
const wholly = /^\s*(?:[.,;)]|$|(?:or|and|nor|but)\b)/i;
/** "Quit smoking." may be advice. */
const hasSubject = /\b(?:he|she|they|patient|who|has|have|had|i|pt)\b/i;

function mentionsIn(sentence: SentenceFacts, text: string, at: number): Mention[] {
  return statesIn(sentence, 'smoking', text)
    .filter(({ start, end, state, isOpen }) => {
      if (isOpen || onForm.test(text.slice(end))) return false;
      const words = text.slice(start, end);
      if (isDenial(state) && /\bnot\b|n[’']t\b|\bno\b|\bdenies\b/i.test(words))
        return wholly.test(text.slice(end));
      return !/^(?:quit|stopped|gave)\b/i.test(words) || hasSubject.test(text.slice(0, start));
    })
    .map((mention) => ({ ...mention, at }));
}

function isDenial({ means }: State): boolean {
  return !means.has('current');
}

/**
 * A patient who smokes by one place of a note, and never did or has stopped by another: the status stands in the social
 * history, and what is made of it in the assessment. What is said of another time or person is left alone.
 * @param sections the section of each statement
 */
export function otherSmokingStatus(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  const mentions = input.statements.flatMap(({ statement, facts }, at): Mention[] =>
    left.has(sectionKind(sections[at]?.title ?? '')) || open.test(statement.text)
      ? []
      : facts
          .filter(({ tokens }) => !namesOthers(tokens))
          .flatMap((sentence) => mentionsIn(sentence, statement.text, at)),
  );
  const [first] = mentions;
  const other = first && mentions.find((one) => one.at !== first.at && excludes(one.state, first.state));
  if (!first || !other) return [];
  const written = input.statements[first.at]?.statement.text.slice(first.start, first.end) ?? '';
  const message = `The note gives another smoking status elsewhere: ${written}.`;
  return [disagreement(input, other.at, other, [first.at], message)];
}

function excludes(a: State, b: State): boolean {
  return [...a.means].every((one) => !b.means.has(one));
}
