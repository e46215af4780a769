/** Runs a program under strace (Linux) and says what it did with the network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoted, script } from './packaged.ts';

export interface Traced {
  /** An executable that starts the program under strace. */
  readonly executable: string;
  /** Every system call so far on an Internet socket, without the process id. */
  readonly internetCalls: () => readonly string[];
  /** Process id of the program itself; null: not started yet. */
  readonly pid: () => number | null;
}

export function traced(folder: string, program: string): Traced {
  const file = join(folder, 'trace');
  // -yy says of each descriptor what it is: <UDPv6:[1234]>, <TCP:[127.0.0.1:9229]>, <UNIX-STREAM:[1234]>.
  const strace = 'strace -f -qq -yy -e signal=none -e trace=%network,ioctl';
  const executable = script(folder, 'traced', `exec ${strace} -o ${quoted(file)} ${quoted(program)} "$@"`);
  const lines = (): readonly string[] => readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n');
  return {
    executable,
    internetCalls: () =>
      lines()
        .map((line) => line.replace(/^\d+\s+/u, ''))
        .filter((call) => /^(?:\w+\(\d+<(?:TCP|UDP|ICMP|PING|RAW)|socket\(AF_INET)/u.test(call)),
    pid: () => {
      const pid = /^\d+/u.exec(lines()[0] ?? '')?.[0];
      return pid === undefined ? null : Number(pid);
    },
  };
}

/**
 * The calls left when those are taken away with which Chromium's network service asks the kernel for the names of this
 * machine's own network cards at each start: such a socket gets no address, and nothing is sent or received.
 */
export const withoutCardNames = (calls: readonly string[]): readonly string[] =>
  calls.filter(
    (call) =>
      !/^(?:socket\(AF_INET6?, SOCK_DGRAM,|ioctl\(\d+<UDP(?:v6)?:\[\d+\]>, SIOC(?:GIFNAME|GIWNAME|ETHTOOL)\b)/u.test(
        call,
      ),
  );
