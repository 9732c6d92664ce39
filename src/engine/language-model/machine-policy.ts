import { readFileSync } from 'node:fs';
import { readPolicy, type Policy } from '../../core/privacy/policy';

/** What an administrator decided for this machine, as it is now. */
export function machinePolicy(): Policy {
  return readPolicy(process.platform, process.env, (path) => readFileSync(path, 'utf8'));
}
