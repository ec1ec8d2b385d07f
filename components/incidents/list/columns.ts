/** A column of the list. The title takes what the others leave. */
export interface Column {
  readonly id: 'priority' | 'number' | 'type' | 'title' | 'address' | 'status' | 'owner' | 'units' | 'age';
  readonly label: string;
  /** Width of the column, for its heading. */
  readonly width: string;
  /** Both heading and cell: which side it leans to, and under which width of the list it is left out. */
  readonly both: string;
}

/** Under 640 px the title bears number, address and units on a second line. */
export const COLUMNS: readonly Column[] = [
  { id: 'priority', label: 'Priority', width: 'w-17', both: '' },
  { id: 'number', label: 'Number', width: 'w-22', both: '@max-[640px]:hidden' },
  { id: 'type', label: 'Type', width: 'w-21', both: '@max-[900px]:hidden' },
  { id: 'title', label: 'Title', width: '', both: '' },
  { id: 'address', label: 'Address', width: 'w-[18%] @min-[1400px]:w-[24%]', both: '@max-[760px]:hidden' },
  { id: 'status', label: 'Status', width: 'w-37 @min-[641px]:w-56', both: '' },
  { id: 'owner', label: 'Owner', width: 'w-36', both: '@max-[1300px]:hidden' },
  { id: 'units', label: 'Units', width: 'w-22 @min-[1400px]:w-44', both: '@max-[840px]:hidden' },
  { id: 'age', label: 'Age', width: 'w-26', both: 'text-right @max-[1000px]:hidden' },
];
