import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKeys } from '../../../src-main/contract/key-residue.ts';
import { wordForm } from '../../../src-main/contract/word-forms.ts';

describe('what an input method left behind', () => {
  it.each([
    ['ddat', 'đat'],
    ['giair', 'giải'],
    ['phongs', 'phóng'],
    ['mawtj', 'mặt'],
    ['bawngf', 'bằng'],
    ['nguwowif', 'người'],
    ['nguoiwf', 'người'],
    ['ddoongf', 'đồng'],
    ['quyeetj', 'quyệt'],
    ['tieesng', 'tiếng'],
    ['trwowngf', 'trường'],
    ['hoaf', 'hòa'],
    ['d9at61', 'đất'],
    ['nga6n', 'ngân'],
    ['tho6ng', 'thông'],
    ['mo71i', 'mới'],
    ['kie63u', 'kiểu'],
    ['nguo7i2', 'người'],
    ['ba8ng2', 'bằng'],
  ])('%s was to be %s', (typed, meant) => {
    const decoded = decodeKeys(typed);
    expect(decoded === null ? null : wordForm(decoded)).toEqual(wordForm(meant));
  });

  it.each(['thu', 'ngan', 'covid19', 'ql5', 'kkk', 'đất', 'a', '123'])('is not in %s', (typed) => {
    const decoded = decodeKeys(typed);
    // "covid19" and "ql5" are no syllables.
    expect(decoded).toBeNull();
  });

  it('is sought in anything', () => {
    fc.assert(fc.property(fc.string({ maxLength: 14 }), (text) => void decodeKeys(text)));
  });
});
