#!/usr/bin/perl
# SPDX-License-Identifier: MIT
#
# pktline.pl --to REPO [options] COMMAND...
#
# A client of `git receive-pack REPO` that says what no git would say.  A command
# is `OLD NEW REF`, sent as it stands; \n, \e and \xHH in it are those bytes, in
# push options too.
# Prints what came back, the lines of others behind `remote: `, and at last how
# receive-pack ended.
#
#   --from REPO --send REV...  a pack of what git rev-list has there (default: an
#                              empty pack; none where nothing but deletions is asked)
#   --no-pack                  no pack at all
#   --capabilities TEXT        instead of the usual ones
#   --option TEXT...           push options, each --times N
#   --shallow ID...            says that its history ends there
#   --version N                asks for this version of the protocol
#   --hang-up POINT            goes away there, and lets receive-pack live
#   --kill POINT               kills receive-pack there with SIGKILL
#
# POINT is advertisement, commands, half-pack or pack.  Returns when all processes
# of receive-pack are gone, its hooks too.
use strict;
use warnings;
use Fcntl;
use Getopt::Long qw(:config require_order);

my %at = (
	from => '.',
	times => 1,
	capabilities => 'report-status delete-refs side-band-64k ofs-delta',
);
my (@send, @options, @shallow);
GetOptions(\%at, 'to=s', 'from=s', 'no-pack', 'capabilities=s', 'version=i', 'times=i', 'hang-up=s',
	'kill=s', 'send=s' => \@send, 'option=s' => \@options,
	'shallow=s' => \@shallow) or exit 2;
my @commands = @ARGV;
die "pktline.pl: --to and commands are wanted\n" unless defined $at{to} && @commands;

$SIG{PIPE} = 'IGNORE';
$SIG{ALRM} = sub { die "pktline.pl: receive-pack has not ended for 60 s\n" };
alarm 60;

# All descendants of receive-pack inherit the end of a pipe, by which it can be
# seen that they are gone.
pipe(my $lifeline, my $inherited) or die;
pipe(my $their_input, my $out) or die;
pipe(my $in, my $their_output) or die;
my $receiver = fork // die;
if (!$receiver) {
	fcntl($inherited, F_SETFD, 0);
	open(STDIN, '<&', $their_input) or die;
	open(STDOUT, '>&', $their_output) or die;
	$ENV{GIT_PROTOCOL} = "version=$at{version}" if defined $at{version};
	exec('git', 'receive-pack', $at{to}) or die;
}
close $_ for $inherited, $their_input, $their_output;
binmode $_ for $in, $out, *STDOUT;
$| = 1;

sub take {
	my ($wanted) = @_;
	my $bytes = '';
	while (length $bytes < $wanted) {
		sysread($in, $bytes, $wanted - length $bytes, length $bytes) or return;
	}
	return $bytes;
}

# The next packet; '' for a flush, nothing at the end.
sub packet {
	my $size = take(4) // return;
	return '' if hex $size < 4;
	return take(hex($size) - 4);
}

sub give {
	my ($bytes) = @_;
	while (length $bytes) {
		my $written = syswrite($out, $bytes) // return;
		substr($bytes, 0, $written) = '';
	}
}

sub unescaped {
	my ($text) = @_;
	$text =~ s/\\n/\n/g;
	$text =~ s/\\e/\e/g;
	$text =~ s/\\x([0-9a-fA-F]{2})/chr hex $1/ge;
	return $text;
}

sub give_packet {
	give(sprintf('%04x', 4 + length $_[0]) . $_[0]);
}

sub finish {
	local $/;
	close $out;
	close $in;
	my $nobody = <$lifeline>;
	waitpid($receiver, 0);
	print $? & 127 ? "ended: signal " . ($? & 127) : "ended: exit " . ($? >> 8), "\n";
	exit 0;
}

sub reached {
	my ($point) = @_;
	kill 'KILL', $receiver if ($at{kill} // '') eq $point;
	finish() if grep { ($at{$_} // '') eq $point } 'kill', 'hang-up';
}

sub pack_of {
	return '' if $at{'no-pack'} || !grep { !/^\S+ 0+ / } @commands;
	return pack('A4NN', 'PACK', 2, 0) .
		pack('H*', '029d08823bd8a8eab510ad6ac75c823cfd3ed31e') unless @send;
	my $file = "pktline.$$";
	open(my $revs, '|-', "git -C '$at{from}' pack-objects --quiet --revs --stdout >$file") or die;
	print $revs map { "$_\n" } @send;
	close $revs or die "pktline.pl: no pack of @send\n";
	open(my $written, '<:raw', $file) or die;
	unlink $file;
	local $/;
	return <$written>;
}

# What others print comes in pieces, not in lines.
my $told = '';
sub relay {
	$told .= $_[0];
	print "remote: $1\n" while $told =~ s/^([^\n]*)\n//;
}

sub report {
	my ($bytes) = @_;
	while ($bytes =~ s/^([0-9a-f]{4})//) {
		print substr($bytes, 0, hex($1) - 4, '') if hex $1 > 4;
	}
}

my $pack = pack_of();
while (defined(my $line = packet())) {
	last if $line eq '';
}
reached('advertisement');

my $capabilities = $at{capabilities};
$capabilities .= ' push-options' if @options;
give_packet("shallow $_\n") for @shallow;
for my $command (@commands) {
	give_packet(unescaped($command) . "\0 $capabilities");
	# They are said once; without any, older clients sent no NUL.
	$capabilities = '';
}
give('0000');
give_packet(unescaped($_)) for (@options) x $at{times};
give('0000') if @options;
reached('commands');

give(substr($pack, 0, length($pack) / 2));
reached('half-pack');
give(substr($pack, length($pack) / 2));
reached('pack');
close $out;

my $reported = '';
while (defined(my $line = packet())) {
	if ($at{capabilities} !~ /side-band/) {
		print $line;
	} elsif ($line =~ s/^\x01//) {
		$reported .= $line;
	} elsif ($line =~ s/^[\x02\x03]//) {
		relay($line);
	}
}
relay("\n") if $told ne '';
report($reported);
finish();
