/** Inside the frame: the messages on top stay in sight. */
export { PageMissing as default } from '@/components/layout/page-missing';
