/** Inside the frame: the messages on top stay in sight. */
export { BoardPageMissing as default } from '@/components/layout/board-page-missing';
