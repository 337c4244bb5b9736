/** A property that opens something when it is pressed. */
export const PROPERTY_BUTTON =
  '-mx-2 flex min-h-8 w-full items-center rounded-md px-2 text-left hover:bg-hover pointer-coarse:min-h-10';
