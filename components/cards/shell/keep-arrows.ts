import type { KeyboardEvent } from 'react';

/** Lets the arrow keys scroll what they are pressed in; elsewhere they go from card to card. */
export function keepArrows({ key, nativeEvent }: KeyboardEvent): void {
  if (key.startsWith('Arrow')) nativeEvent.stopPropagation();
}
