import { en, type Translation } from './en';
export const de: Translation = en;
