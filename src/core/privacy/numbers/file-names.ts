import { matchesOf, type Identifier } from '../identifier';

/** The name of a file before its ending: people name files by who they are about and when they were made. */
const stem =
  /(?<![\p{L}\p{N}_./@-])(?<it>(?=[\p{L}\p{M}\p{N}_.-]*[\d_-])[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_-]{3,80}(?:\.[\p{L}\p{M}\p{N}_-]{1,40}){0,2})\.(?:pdf|docx?|odt|rtf|txt|xlsx?|csv|pptx?|jpe?g|png|gif|heic|tiff?|bmp|webp|dcm|m4a|mp3|mp4|wav|ogg|opus|mov|avi|msg|eml|zip|hl7|xml|json)(?![\p{L}\p{N}])/dgiu;

/** Finds names of files that hold a number or parts with marks between: "roe_ct-head_29apr2026.pdf". */
export function* findFileNames(text: string): Generator<Identifier> {
  yield* matchesOf(text, stem, 'record');
}
