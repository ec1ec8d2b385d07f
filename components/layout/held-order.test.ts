import { expect, it } from 'vitest';
import { heldOrder } from './held-order';

const id = (text: string) => text;

it('keeps what was shown in its place and puts what is new after it, in the given order', () => {
  expect(heldOrder(['critical', 'b', 'a', 'new'], ['a', 'b'], id)).toEqual(['a', 'b', 'critical', 'new']);
});

it('takes the given order where nothing was shown before', () => {
  expect(heldOrder(['critical', 'b'], [], id)).toEqual(['critical', 'b']);
});
