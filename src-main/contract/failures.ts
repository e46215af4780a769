/** Everything that can go wrong in normal life, with the facts and without prose. `messages.ts` has the Vietnamese. */
export type SourceFailure =
  | { readonly code: 'source-missing' }
  | { readonly code: 'source-unreadable' }
  | { readonly code: 'source-empty' }
  | { readonly code: 'source-binary' }
  /** Not UTF-8: offset of the first byte that does not fit. */
  | { readonly code: 'source-encoding'; readonly byteOffset: number }
  | { readonly code: 'source-too-large'; readonly bytes: number; readonly bytesMax: number };

export type BriefingFailure =
  | { readonly code: 'briefing-missing' }
  | { readonly code: 'briefing-damaged' }
  | { readonly code: 'briefing-newer'; readonly version: number }
  | { readonly code: 'briefing-unwritable' };

export interface ExportFailure {
  readonly code: 'export-unwritable';
}

export type StoreFailure =
  | { readonly code: 'store-full' }
  | { readonly code: 'store-locked' }
  | { readonly code: 'store-read-only' }
  /** The disk did not answer: a stick pulled out, a failing drive. */
  | { readonly code: 'store-io' }
  | { readonly code: 'store-damaged'; readonly setAside: string | null }
  | { readonly code: 'store-newer'; readonly version: number }
  | { readonly code: 'store-missing-row' };

export type CallFailure =
  | { readonly code: 'call-refused' }
  | { readonly code: 'call-malformed' }
  /** A bug of ours: it is in the log, and what the delegate wrote is untouched. */
  | { readonly code: 'call-broke' };

export type Failure = SourceFailure | BriefingFailure | ExportFailure | StoreFailure | CallFailure;
