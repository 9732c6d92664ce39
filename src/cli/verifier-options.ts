import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { VerifierConfig } from '../engine/engine';

/** The options that choose a verifier, as commander gives them. */
export interface VerifierOptions {
  verifier?: string;
  acceptedError?: number;
}

/** What the setting of the editor allows: nobody is right always, and a coin is right half the time. */
const [least, most] = [0.001, 0.5];

/** Parses a share of wrong verdicts, from 0.001 to 0.5. Throws commander's InvalidArgumentError. */
export function parseAcceptedError(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= least && share <= most)) {
    throw new InvalidArgumentError(`Give a share from ${least} to ${most}, such as 0.1 for one in ten.`);
  }
  return share;
}

/** Adds the options that choose a verifier and how sure it has to be. Without them it is the one that ships, at 0.1. */
export function addVerifierOptions(command: Command): Command {
  return command
    .addOption(new Option('--verifier <folder>', 'a verifier of your own: a folder with an ONNX model'))
    .addOption(
      new Option(
        '--accepted-error <share>',
        'share of wrong verdicts that you accept (default: 0.1)',
      ).argParser(parseAcceptedError),
    );
}

/** The engine's verifier config for these options; a folder counts from the working directory. */
export function verifierConfig({ verifier, acceptedError }: VerifierOptions): VerifierConfig {
  return {
    ...(verifier !== undefined && { folder: resolve(verifier) }),
    ...(acceptedError !== undefined && { acceptedError }),
  };
}
