/**
 * A quote as it reads in a sentence: rows of a Markdown table, also those that an HTML or Word table was read as, lose
 * their bars. For showing only; the quote itself stays verbatim.
 */
export function readableQuote(quote: string): string {
  return quote
    .split('\n')
    .filter((line) => !isRuler(line))
    .map(readableRow)
    .join('\n');
}

/** The same for the quotes of an answer in Markdown, where the bars are escaped. */
export function readableAnswer(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) =>
      line.startsWith('> ') && line.includes('\\|')
        ? `> ${readableRow(line.slice(2).replaceAll('\\|', '|'))}`
        : line,
    )
    .join('\n');
}

/** The line between the head of a table and its rows. */
function isRuler(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}

function readableRow(line: string): string {
  const cells = line.split('|').map((cell) => cell.trim());
  if (cells.length < 3 && !/\s\|\s/.test(line)) return line;
  return cells
    .filter((cell) => cell !== '' && !/^:?-{3,}:?$/.test(cell))
    .join(' · ')
    .replace(/ · (\[\d+\])$/, ' $1');
}
