import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/** Presses a button of a notice as soon as that is possible: a menu or dialog that closes under it may still hold the page. */
export const pressInNotice = (name: string) => waitFor(() => userEvent.click(screen.getByRole('button', { name })));
