import { tableRows, type Cell } from '../../checks/passage-tables';
import { sentenceFacts, type SentenceFacts } from '../../facts/extract';
import type { Terminology } from '../../terminology/terminology';
import { overlaps, type Span } from '../../text/span';
import { tokens } from '../../text/tokens';

const ofName = /^(?:drug|medicine|medication|agent|name)s?$/i;
/** Heads of columns that say which dose it is, with what they come to in a sentence about `M` and the cell `D`. */
const doses: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(?:start|starting|initial|first)(?: dose)?$/i,
    ['M is started at D.', 'The starting dose of M is D.', 'The initial dose of M is D.'],
  ],
  [/^(?:max|maximum|maximal)\.?(?: dose)?$/i, ['The maximum dose of M is D.']],
  [/^(?:target|maintenance)(?: dose)?$/i, []],
];
const medicines = new Set(['medication'] as const);

/**
 * A row of a table of medicines and doses in sentences, as its head gives them: "Ramipril is started at 2.5 mg once daily." None
 * where a column or the cell of the name says anything else, such as for whom.
 * @param text of the passage
 * @param row the sentence that the row is
 */
export function rowSentences(text: string, row: Span, terminology: Terminology): SentenceFacts[] {
  if (!text.slice(row.start, row.end).includes('|')) return [];
  const found = tableRows(text).find((one) => overlaps(one, row));
  const [name, ...cells] = found?.cells ?? [];
  const [head, ...heads] = found?.heads ?? [];
  if (!name || !head || heads.length !== cells.length || !ofName.test(head.text)) return [];
  if (!isMedicine(name, terminology)) return [];
  const forms = heads.map(({ text: words }) => doses.find(([form]) => form.test(words))?.[1]);
  if (forms.includes(undefined)) return [];
  return cells.flatMap((cell, at) =>
    (forms[at] ?? []).map((form) => {
      const said = form.replace('M', () => name.text).replace('D', () => cell.text);
      return sentenceFacts(said, { start: 0, end: said.length }, terminology);
    }),
  );
}

function isMedicine({ text }: Cell, terminology: Terminology): boolean {
  const list = tokens(text);
  return terminology.findTerms(list, medicines).some(({ from, to }) => from === 0 && to === list.length);
}
