import { useState } from 'react';

/** Which row of a list is a form now, and which was until it was left, to give the keyboard back to; null for none. `edit(null)` leaves it. */
export function useEditedRow() {
  const [editing, setEditing] = useState<string | null>(null);
  const [lastEdited, setLastEdited] = useState<string | null>(null);
  const edit = (id: string | null) => {
    setLastEdited(id === null ? editing : null);
    setEditing(id);
  };
  return { editing, lastEdited, edit };
}
