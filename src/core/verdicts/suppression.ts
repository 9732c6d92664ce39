import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { RuleCode } from './finding';

/** SHA-256 of a text's UTF-8 bytes, hex. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** White space, case and typographic marks do not make another claim. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
}

/**
 * Names a finding by what it says and on which evidence (12 hex digits), so that an ignored one stays ignored wherever
 * the statement moves, and comes back when claim or evidence change.
 * @param statement the statement's text
 * @param text the note's text at the finding
 * @param quotes the quoted evidence
 */
export function fingerprint(
  rule: RuleCode,
  statement: string,
  text: string,
  quotes: readonly string[],
): string {
  return textHash([rule, statement, text, ...quotes].map(normalise).join('\u0000')).slice(0, 12);
}
