/** In charge of the access suite on a restored copy: who reaches which rows, as `catb rls` tries it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { supabaseDirectory } from '@catb/database';
import {
  findProjectFolder,
  judgeMatrix,
  readAcceptedFindings,
  readAcceptedMatrix,
  readAccessConfig,
  tryAccess,
} from '@catb/engineer';
import type { Problem, RestoredCopy } from '@catb/operations';

/** Everything by which access on the copy is wider than what was accepted. */
export async function tryCopy({ superuserUrl }: RestoredCopy): Promise<Problem[]> {
  const folder = await findProjectFolder(superuserUrl, ['supabase', supabaseDirectory()]);
  const fileOf = (name: string): string | undefined => {
    const file = folder === null ? undefined : path.join(folder, name);
    return file !== undefined && existsSync(file) ? file : undefined;
  };
  const [configFile, acceptedFile, matrixFile] = [
    'rls.config.json',
    'accepted-findings.json',
    'access-matrix.json',
  ].map(fileOf);
  const config = configFile === undefined ? {} : await readAccessConfig(configFile);
  const matrix = await tryAccess(superuserUrl, {
    roles: config.roles,
    schemas: config.schemas,
    identities: config.identities ?? [],
    timeoutMs: config.timeoutMs,
  });
  const accepted = acceptedFile === undefined ? [] : await readAcceptedFindings(acceptedFile);
  const before = matrixFile === undefined ? null : await readAcceptedMatrix(matrixFile);
  return judgeMatrix(matrix, accepted, before)
    .open.filter(({ level }) => level !== 'info')
    .map(({ object, message }) => ({ object: object ?? 'access', message }));
}
