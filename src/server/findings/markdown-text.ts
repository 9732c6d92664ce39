// Control characters, and the marks that make text read in another order than it is written.
const invisible = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text on one line, without control characters, cut after about `max` characters. */
export function oneLine(text: string, max = 600): string {
  const line = text.replace(/\s+/g, ' ').replace(invisible, '').trim();
  if (line.length <= max) return line;
  return `${line
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/\s+\S{0,20}$/, '')} …`;
}

/**
 * Any text as Markdown that shows exactly that text: every sign with a meaning is escaped, so that a quoted document
 * can neither format, nor link, nor run a command, nor bring HTML.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A link target that no sign in it can end early. */
export function linkTarget(uri: string): string {
  return uri.replace(
    /[^A-Za-z0-9\-._~:/?#@&=+,;%]/g,
    (sign) =>
      '%' +
      [...new TextEncoder().encode(sign)]
        .map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'))
        .join('%'),
  );
}

/** The URI that runs a client command with arguments. */
export function commandUri(command: string, args: readonly unknown[]): string {
  return linkTarget(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}
