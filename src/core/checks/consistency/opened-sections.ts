import { sectionKind } from '../../text/section-kind';
import type { Section } from '../../text/sections';
import type { NoteCheckInput } from '../note-check';
import { isPlan } from './places';

/** "PMH: …", "Medications: …" within a line. */
const label = /^[\s|>]*([\p{L}/& ]{1,40}?)\s*[:|]/u;

/**
 * The section that each statement stands in, where a label within a line opens one as a heading does ("Medications:
 * lisinopril 10 mg daily. Plan: …"): up to the next label, or to the end of the line. Under a heading of a plan a label opens
 * none, since what is planned for the medicines is no list of them.
 * @returns one for each statement, in their order
 */
export function openedSections({ statements, text }: NoteCheckInput): (Section | undefined)[] {
  let opened: Section | undefined;
  return statements.map(({ statement, section }, at) => {
    const before = statements[at - 1]?.statement;
    if (!before || /[\r\n]/.test(text.slice(before.end, statement.start))) opened = undefined;
    if (section && section.title !== '' && isPlan(section)) return section;
    const own = label.exec(statement.text)?.[1];
    if (own !== undefined) {
      const span = { start: statement.start, end: statement.end };
      opened = sectionKind(own) === 'other' ? undefined : { title: own, heading: span, body: span };
    }
    return opened ?? section;
  });
}
