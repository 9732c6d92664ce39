import { namesOthers } from '../../facts/persons/persons';
import { isBackground, type Section } from '../../text/sections';
import type { NoteCheckInput, NoteStatement } from '../note-check';

/** A note that tells of several examinations or days: what differs in it may have changed. */
const severalVisits =
  /\b(?:hospital (?:course|day)|clinical course|day \d|hd ?#?\d|pod ?#?\d|re-?examin\w*|re-?exam|re-?assess\w*|addendum|interval (?:exam|history)|(?:discharge|admission|repeat|serial|second) (?:exam\w*|assessment)|exam\w* (?:at|on) (?:discharge|admission)|on (?:arrival|admission)|at discharge|ward round|(?:post|pre)-?op\w*)\b/i;

/** A statement about another time, place or observer, about a part, or about what may come. */
const elsewhere =
  /\b(?:before|previous\w*|prior|past|history|hx|h\/o|known|last|earlier|initial\w*|at first|first|later|afterwards|after|until|since|when|if|unless|during|while|admission|admitted|arrival|triage|presentation|discharge\w*|yesterday|tomorrow|overnight|ago|days?|weeks?|months?|years?|hours?|hrs?|minutes?|min|childhood|home|outside|clinic|urgent care|a&e|ed|er|gp|pcp|told|repeat\w*|recheck\w*|baseline|trend\w*|used to|became|become|improv\w*|worse\w*|worsen\w*|resolv\w*|cleared|settl\w*|now|still|remain\w*|no longer|however|except\w*|apart from|aside from|other than|otherwise|but|although|though|post|pre|may|might|could|would|should|possibl\w*|probabl\w*|likely|suspect\w*|concern\w*|rule|monitor\w*|watch|return|risk|consider\w*|reports?|reported|states?|says|feels|felt|describes|complain\w*|endorses?|denies)\b|\?/i;

/** True for a note of one visit: nothing says that somebody was examined twice. */
export function isOneVisit({ text, sections }: NoteCheckInput): boolean {
  return !severalVisits.test(text) && !sections.some(({ title }) => /\b(?:course|interval)\b/i.test(title));
}

/** True for a statement that tells of the patient at this visit, without doubt and without a limit. */
export function isOfThisVisit({ statement, facts }: NoteStatement, section: Section | undefined): boolean {
  if (isBackground(section) || elsewhere.test(statement.text)) return false;
  return !facts.some(({ tokens }) => namesOthers(tokens));
}
