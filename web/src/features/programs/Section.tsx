export { Section } from '@/ui/Section';
