import { invisibleCharacters } from './embedded-instructions';

const address =
  /(?:\b(?:https?|ftp|file|data|javascript|vbscript|command|vscode(?:-insiders)?|mailto):|\bwww\.)[^\s<>()[\]"']+/giu;

/**
 * A model's Markdown without anything that could load, run or lead elsewhere: images and links keep their words only, HTML
 * loses its tags, addresses are taken out, and so are characters that nobody sees. Citation numbers `[n]` stay.
 */
export function safeAnswer(text: string): string {
  let safe = text.replace(invisibleCharacters, '');
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
  return safe.replace(/[ \t]+$/gm, '').trim();
}
