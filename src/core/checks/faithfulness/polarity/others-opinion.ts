import { findingMentions } from '../../../evidence/source/finding-mentions';
import type { SourceIndex } from '../../../evidence/source/source-index';

const tellsOpinion =
  /\b(?:was|were|been|got) (?:\p{L}+ly |then |also )?(?:diagnosed (?:with|as(?: having)?)|told (?:that |it was |this was |(?:he|she|they) had )|treated (?:for|as)|labell?ed (?:with|as)|thought to (?:have|be)|read as)\b[^.;]*$/iu;

/**
 * "Was diagnosed with a sprain at urgent care", where who sees the patient now says that it is none: what somebody else took it for
 * is told as well, and both are so.
 * @param before the statement up to the finding
 */
export function isOthersOpinion(before: string, name: string, sources: readonly SourceIndex[]): boolean {
  return (
    tellsOpinion.test(before) &&
    findingMentions(name, sources).some(({ fact }) => fact.polarity === 'present')
  );
}
