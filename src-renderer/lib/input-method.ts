/** True for keys that an input method has taken: it composes, or the key is one it will answer itself (229). */
export function belongsToInputMethod(event: KeyboardEvent): boolean {
  // Nothing newer says this of keys before `compositionstart`.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}
