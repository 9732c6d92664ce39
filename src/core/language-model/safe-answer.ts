import { lexer, walkTokens, type Token } from 'marked';
import { invisibleCharacters } from './embedded-instructions';

const address =
  /(?:\b(?:https?|ftp|file|data|javascript|vbscript|command|vscode(?:-insiders)?|mailto):|\bwww\.)[^\s<>()[\]"']+/giu;

/**
 * A model's Markdown without anything that could load, run or lead elsewhere: images and links keep their words only, HTML
 * loses its tags, addresses are taken out, and so are characters that nobody sees. Citation numbers `[n]` stay. Where a
 * reader of Markdown still finds a link, an image or HTML in what is left, no bracket but those of the numbers stays.
 */
export function safeAnswer(text: string): string {
  const words = withoutLinks(text.replace(invisibleCharacters, ''));
  return (isInert(words) ? words : withoutBrackets(words)).replace(/[ \t]+$/gm, '').trim();
}

/** Keeps the words of links and images, as they are usually written. */
function withoutLinks(text: string): string {
  let safe = text;
  // Taking one thing away can put another together ("<scr<b>ipt>"), so until nothing changes.
  for (let before = ''; before !== safe;) {
    before = safe;
    safe = safe
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<\/?[a-z!?][^<>]*>?/gi, '')
      .replace(/^[ \t]*\[[^\]\n]{1,200}\]:[ \t]*\S.*$/gm, '')
      .replace(/!\[([^\]\n]{0,400})\](?:\([^)\n]*\)|\[[^\]\n]*\])?/g, '$1')
      .replace(/\[([^\]\n]{1,400})\]\(([^)\n]*)\)/g, (_, words: string) =>
        /^\d+$/.test(words) ? `[${words}]` : words,
      )
      .replace(/\[([^\]\n]{1,400})\]\[(?!\d{1,3}\])[^\]\n]*\]/g, '$1')
      .replace(address, '');
  }
  return safe;
}

/** True when Markdown holds no link, image, definition or HTML. A bare e-mail address leads nowhere by itself. */
function isInert(markdown: string): boolean {
  const isActive = (token: Token): boolean =>
    ['image', 'def', 'html'].includes(token.type) ||
    (token.type === 'link' && (token as { href?: string }).href !== `mailto:${token.raw}`);
  const found: Token[] = [];
  void walkTokens(lexer(markdown), (token) => {
    if (isActive(token)) found.push(token);
  });
  return found.length === 0;
}

/** Markdown in which no link can be written: of brackets those of citation numbers stay, apart from what follows them. */
function withoutBrackets(markdown: string): string {
  return markdown
    .replace(/[<>]/g, ' ')
    .replace(/\[(?!\d{1,3}(?:\s*,\s*\d{1,3})*\])/g, '(')
    .replace(/(?<!\[[\d\s,]{1,20})\]/g, ')')
    .replace(/\](?=[([:])/g, '] ');
}
