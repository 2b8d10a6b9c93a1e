export default definePageConfig({ navigationBarTitleText: '合规复查' });
