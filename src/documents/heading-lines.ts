/**
 * What makes a line of plain text a heading, where the format does not say so. All rules are conservative: a missed
 * heading only makes a section longer, a wrong one cuts a paragraph in two.
 */

/** Longest line that is taken for a heading, in characters. */
export const maxHeadingLength = 120;

const bullet = /^[\s]*(?:[-*+•●▪◦‣・·–—|>]|\(?[a-z\d]{1,2}[.)]\s)/i;

// Section names that clinical guidelines share; alone on a line they are headings even where nothing else says so.
const sectionNames = new RegExp(
  '^(?:introduction|background|overview|summary|scope|purpose|definitions?|epidemiology|a?etiology|causes|risk factors|' +
    'path(?:ogenesis|ophysiology)|classification|types|staging|clinical (?:features|presentation|manifestations)|' +
    'signs and symptoms|symptoms|signs|(?:differential )?diagnos[ei]s|diagnostic criteria|investigations?|complications?|' +
    '(?:treatment|management)(?: goals| objectives| plan)?|goals of (?:treatment|therapy)|' +
    '(?:non[- ]?)?(?:drug|pharmacological|pharmacologic) (?:treatment|therapy|management)|supportive (?:measures|care|treatment)|' +
    'surgical (?:treatment|management)|(?:notable )?adverse (?:drug )?reactions?(?:,? contra-?indications,? and cautions?)?|' +
    'contra-?indications(?: and cautions?)?|cautions?|monitoring|follow[- ]?up|prevention|prognosis|referral|recommendations?|' +
    'patient education|special populations|references)(?: (?:of|in|for|to) [^.,;]{1,60})?:?$',
  'i',
);

/** True when the line begins like an item of a list or a row of a table. */
export function isListLine(line: string): boolean {
  return bullet.test(line);
}

/** True for a line in capitals, e.g. `DIFFERENTIAL DIAGNOSES OF HEADACHES`. */
export function isCapitalsHeading(line: string): boolean {
  const text = line.trim();
  if (text.length > maxHeadingLength || isListLine(text) || /[.,;!?]$/.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 4 && letters >= text.length * 0.6 && !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);
}

/**
 * The depth of a numbered heading (`2 Dose` is 1, `2.1 Adults` is 2), or undefined when the line is none.
 * A single number is ambiguous with a list item, so callers ask for white space around it.
 */
export function numberedHeadingDepth(line: string): number | undefined {
  const text = line.trim();
  if (text.length > maxHeadingLength || /[.,;:!?]$/.test(text)) return undefined;
  const match = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t]+(\p{Lu}\S*(?:\s.*)?)$/u.exec(text);
  if (!match?.[1] || !match[2] || (match[2].match(/\p{L}/gu)?.length ?? 0) < 4) return undefined;
  return match[1].split('.').length;
}

/** True for a line that holds nothing but a usual section name, e.g. `Drug treatment` or `Complications of malaria:`. */
export function isSectionName(line: string): boolean {
  const text = line.trim();
  return text.length <= 80 && /^\p{Lu}/u.test(text) && sectionNames.test(text);
}
