import { isMap, parseDocument } from 'yaml';
import { linesOf } from './lines';

// Longer ones are not front matter but a text between two rules.
const maxLines = 200;

/** Where the front matter of a Markdown text ends (after its closing `---` line); 0 when it has none. */
export function frontMatterEnd(text: string): number {
  let number = 0;
  for (const line of linesOf(text)) {
    const rule = line.text.trimEnd();
    if (number === 0 ? rule !== '---' : number > maxLines) return 0;
    if (number > 0 && (rule === '---' || rule === '...')) {
      return line.end + (/^\r?\n?/.exec(text.slice(line.end, line.end + 2))?.[0].length ?? 0);
    }
    number++;
  }
  return 0;
}

/** The `title` of the front matter, where there is one and it is a single value. Malformed front matter has none. */
export function frontMatterTitle(text: string): string | undefined {
  const end = frontMatterEnd(text);
  if (end === 0) return undefined;
  const yaml = parseDocument(text.slice(0, end).replace(/^---[^\n]*\n|\n(?:---|\.\.\.)\s*$/g, '\n'), {
    logLevel: 'silent',
  });
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) return undefined;
  const title = yaml.get('title');
  return typeof title === 'string' || typeof title === 'number' ? String(title).trim() : undefined;
}
