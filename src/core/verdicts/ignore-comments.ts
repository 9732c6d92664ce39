/**
 * Findings that a person ignored with a comment in the note itself:
 *
 *     Lisinopril 20 mg daily. <!-- attest-ignore faithfulness/value 3f2a91c0d1e2: changed after the visit -->
 *     Lisinopril 20 mg daily. [attest-ignore faithfulness/value 3f2a91c0d1e2: changed after the visit]
 *
 * With a fingerprint the comment means that one finding, wherever its statement moves in the note. Without one it
 * means every finding of the rule on its own line or, where it stands alone on a line, on the next line with text.
 */
import { htmlComments, maskUncheckedText } from '../text/unchecked-text';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import type { Finding, RuleCode } from './finding';

/** An ignore comment as it stands in the note; the span is that of the whole comment. */
export interface IgnoreComment extends Span {
  rule: RuleCode;
  fingerprint?: string;
  reason: string;
}

/** A comment that looks like an ignore comment and is not honoured. */
export interface IgnoreCommentProblem extends Span {
  message: string;
  advice: string;
}

const bracketComment = /\[attest-ignore\b([^[\]\r\n]*)\]/g;
const body = /^\s+([a-z]+\/[a-z-]+)(?:\s+([0-9a-f]{6,64}))?\s*:([^]*)$/i;

/** Everything that carries the marker, in order, with what follows the marker. */
function markedSpans(text: string): (Span & { content: string })[] {
  const html = htmlComments(text).flatMap((span) => {
    const content = /^\s*attest-ignore\b([^]*)$/.exec(text.slice(span.start + 4, span.end - 3))?.[1];
    return content === undefined ? [] : [{ ...span, content }];
  });
  const brackets = [...text.matchAll(bracketComment)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    content: match[1] ?? '',
  }));
  return [...html, ...brackets].sort((a, b) => a.start - b.start);
}

/** Finds the ignore comments of a note. One without a reason, or with anything else amiss, is a problem and not honoured. */
export function parseIgnoreComments(text: string): {
  comments: IgnoreComment[];
  problems: IgnoreCommentProblem[];
} {
  const comments: IgnoreComment[] = [];
  const problems: IgnoreCommentProblem[] = [];
  for (const { content, ...span } of markedSpans(text)) {
    const parts = body.exec(content);
    const reason = parts?.[3]?.trim() ?? '';
    if (!/^\s+[a-z]+\/[a-z-]+/i.test(content)) {
      const message = 'This ignore comment names no rule, so nothing is ignored.';
      problems.push({ ...span, message, advice: 'Write "attest-ignore faithfulness/value: reason".' });
    } else if (!parts?.[1] || !/[\p{L}\p{N}]/u.test(reason)) {
      const message = 'This ignore comment gives no reason, so the finding is not ignored.';
      problems.push({ ...span, message, advice: 'Add a colon and the reason after the rule.' });
    } else {
      const fingerprint = parts[2]?.toLowerCase();
      const rule = parts[1].toLowerCase() as RuleCode;
      comments.push({ ...span, rule, reason, ...(fingerprint ? { fingerprint } : {}) });
    }
  }
  return { comments, problems };
}

function lineAt(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  return { start: at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

/** The line that a comment without a fingerprint speaks of. */
function lineOf(text: string, masked: string, comment: IgnoreComment): Span {
  const first = lineAt(text, comment.start);
  const own = { start: first.start, end: lineAt(text, comment.end).end };
  if (masked.slice(own.start, own.end).trim() !== '') return own;
  const next = /\S/.exec(masked.slice(own.end));
  return next ? lineAt(text, own.end + next.index) : own;
}

/**
 * Takes the findings out that the note's own comments ignore.
 * @param text the note that the findings' spans point into
 */
export function applyIgnoreComments(
  text: string,
  findings: readonly Finding[],
): { kept: Finding[]; ignored: Finding[]; problems: IgnoreCommentProblem[] } {
  const { comments, problems } = parseIgnoreComments(text);
  if (comments.length === 0) return { kept: [...findings], ignored: [], problems };
  const masked = maskUncheckedText(text);
  const lines = comments.map((comment) => ({ ...comment, line: lineOf(text, masked, comment) }));
  const isIgnored = (finding: Finding): boolean =>
    lines.some(
      ({ rule, fingerprint, line }) =>
        rule === finding.rule &&
        (fingerprint ? fingerprint === finding.fingerprint : overlaps(line, finding)),
    );
  return {
    kept: findings.filter((finding) => !isIgnored(finding)),
    ignored: findings.filter(isIgnored),
    problems,
  };
}

/**
 * The comment that ignores one finding, in the form for the note's language; on one line, and closed by nothing that
 * the reason holds. It goes right behind the finding's statement, where it splits no other statement.
 */
export function formatIgnoreComment(
  finding: Pick<Finding, 'rule' | 'fingerprint'>,
  reason: string,
  language: 'markdown' | 'plaintext',
): string {
  const oneLine = reason.replace(/\s+/g, ' ').trim();
  const content = `attest-ignore ${finding.rule} ${finding.fingerprint}: `;
  return language === 'markdown'
    ? `<!-- ${content}${oneLine.replace(/-{2,}/g, '–').replace(/[<>]/g, ' ').trim()} -->`
    : `[${content}${oneLine.replaceAll('[', '(').replaceAll(']', ')')}]`;
}
