import type { QuantityFact } from '../../facts/fact';
import { formatQuantity } from '../../facts/format';
import { namesOthers } from '../../facts/persons/persons';
import { isExcepted, placeIn, type ValueBand, valueWordAt } from '../../terminology/value-findings';
import type { Section } from '../../text/sections';
import type { Span } from '../../text/span';
import type { NoteCheckInput, NoteFindingDraft } from '../note-check';
import { disagreement, suspicion } from './disagreement';

interface Placed {
  at: number;
}

interface Word extends Placed, Span {
  written: string;
  band: ValueBand;
  inside: boolean;
}

interface Value extends Placed {
  fact: QuantityFact;
}

/** What they are called depends on no age; what a fast pulse is does. */
const ageless: ReadonlySet<string> = new Set(['body temperature', 'oxygen saturation']);

/** How an examiner says it ("afebrile"); nouns are what the patient reports, too, and of other days. */
const examined = /^(?:a?febrile|a?pyrexial|hypothermic|hypox(?:a?emic|ic))$/i;

/** Another time than that of the examination, or a change: the word and the value are of two moments. */
const limited =
  /\b(?:now|since|still|remain\w*|became|become|was|were|had|has been|over-?night|t-?max|max\w*|peak\w*|high\w*|low\w*|nadir|admi\w+|arriv\w+|triage|present\w+ with|initial\w*|first|earlier|previous\w*|prior|before|after|until|then|later|repeat\w*|re-?check\w*|home|yesterday|today|morning|evening|night|ago|last|past|hours?|hrs?|days?|weeks?|up to|down|settl\w*|resol\w*|spik\w*|if|when|unless|no longer|report\w*|felt|feels?|paracetamol|acetaminophen|ibuprofen|discharge|exertion|exercise|walk\w*|ambulat\w*|room|sleep\w*)\b/i;
const denied = /\b(?:no|not|non|never|without|denies|denied|or|neither|nor)\b[^.;]*$/i;

/** "Febrile convulsion", "febrile neutropenia": the word is a part of a name. */
const partOfName = /^ *-? *(?!and\b|but\b|or\b|at\b|on\b|with\b|in\b)[a-z]/i;

/** So many statements may stand between the word and the value: an examination is told in one go. */
const reach = 3;

function wordsIn({ statements }: NoteCheckInput): Word[] {
  return statements.flatMap(({ statement: { text }, facts }, at) =>
    facts.flatMap(({ tokens }) =>
      namesOthers(tokens)
        ? []
        : tokens.flatMap(({ start, end }, index): Word[] => {
            const found = valueWordAt(tokens, index);
            const band = found?.meaning.bands.find(({ measurement }) => ageless.has(measurement));
            const written = text.slice(start, end);
            if (!found || !band || !examined.test(written) || denied.test(text.slice(0, start))) return [];
            if (partOfName.test(text.slice(end))) return [];
            return [{ at, start, end, written, band, inside: found.meaning.inside }];
          }),
    ),
  );
}

/**
 * A word for a vital sign beside a value that it can't be said of: "afebrile" and 39.2 °C. Only where an examination tells
 * both in one go, and gives no other value; the cut-offs and their sources are those of the dictionary of values.
 * @param sections the section of each statement
 */
export function wordsAgainstValues(
  input: NoteCheckInput,
  sections: readonly (Section | undefined)[],
): NoteFindingDraft[] {
  const values = input.statements.flatMap(({ facts }, at) =>
    facts.flatMap(({ quantities }) => quantities.map((fact): Value => ({ at, fact }))),
  );
  const textOf = ({ at }: Placed): string => input.statements[at]?.statement.text ?? '';
  return wordsIn(input).flatMap((word): NoteFindingDraft[] => {
    const own = values.filter(({ fact }) => fact.concept?.name === word.band.measurement);
    const [value] = own;
    if (!value || own.length > 1 || Math.abs(value.at - word.at) > reach) return [];
    if (sections[value.at] !== sections[word.at]) return [];
    if ([word, value].some((one) => limited.test(textOf(one)))) return [];
    const { fact } = value;
    if (fact.comparator !== '=' || fact.high !== undefined || fact.set || fact.change) return [];
    if (isExcepted(word.band.measurement, `${textOf(word)} ${textOf(value)}`)) return [];
    const place = placeIn(word.band, fact);
    if (place === undefined || place !== (word.inside ? 'out' : 'in')) return [];
    const message = `${word.written} does not go with the ${word.band.measurement} of ${formatQuantity(fact)}.`;
    if (value.at === word.at) return [{ at: word.at, ...suspicion(word, message) }];
    return value.at < word.at
      ? [disagreement(input, word.at, word, [value.at], message)]
      : [disagreement(input, value.at, fact, [word.at], message)];
  });
}
